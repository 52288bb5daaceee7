# zlib, gzip and zipfile: what is written is what CPython writes, errors included.
import zlib, gzip, io
data=b"hello world "*1000+bytes(range(256))*3
for lv in (-1,0,1,6,9):
    c=zlib.compress(data,lv); print(lv,len(c),zlib.crc32(c),zlib.decompress(c)==data)
c=zlib.compressobj(9,zlib.DEFLATED,-15); x=c.compress(data[:500])+c.compress(data[500:])+c.flush(); print(len(x), zlib.decompress(x,-15)==data)
d=zlib.decompressobj(); c=zlib.compress(data); print(d.decompress(c[:20])[:20], len(d.decompress(c[20:]+b'tail')), d.unused_data, d.eof)
d=zlib.decompressobj(); print(len(d.decompress(c,100)), len(d.unconsumed_tail)>0, len(d.decompress(d.unconsumed_tail)), d.eof)
for bad in (b'abc', c[:-3], b''):
    try: zlib.decompress(bad)
    except zlib.error as e: print(e)
try: zlib.compress('x')
except TypeError as e: print(e)
try: zlib.compress(b'x',99)
except zlib.error as e: print(e)
g=gzip.compress(data,mtime=0); print(len(g), gzip.decompress(g)==data)
b=io.BytesIO()
with gzip.GzipFile(fileobj=b,mode='wb',mtime=0) as f: f.write(b'abc\n'*100); f.write(b'end')
b.seek(0)
with gzip.GzipFile(fileobj=b) as f: print(f.readline(), len(f.read()))
co=zlib.compressobj(zdict=b'hello'); z=co.compress(b'hello hello')+co.flush(); print(zlib.decompressobj(zdict=b'hello').decompress(z))
import zipfile
b=io.BytesIO()
with zipfile.ZipFile(b,'w',zipfile.ZIP_DEFLATED) as zf:
    zf.writestr(zipfile.ZipInfo('a.txt'), 'text '*50); zf.writestr(zipfile.ZipInfo('d/b.bin'), bytes(100))
with zipfile.ZipFile(b) as zf: print(zf.namelist(), zf.read('a.txt')[:10], zf.testzip(), [i.file_size for i in zf.infolist()])
