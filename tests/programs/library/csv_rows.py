import csv, io
r=csv.reader(io.StringIO('a,"b,c",d\n1,2,3\n')); print(list(r)); w=io.StringIO(); csv.writer(w).writerow([1,"a,b"]); print(repr(w.getvalue()))
