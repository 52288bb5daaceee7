# ElementTree, minidom, plistlib and the parser below them.
import xml.etree.ElementTree as ET
import xml.dom.minidom
import io
from xml.parsers import expat
text='''<?xml version="1.0"?>
<!DOCTYPE data [<!ENTITY w "world">]>
<data xmlns:p="urn:x"><!-- c --><country name="A &amp; B"><rank>1</rank><p:n a="1" p:b="2"/>tail &w; é</country><![CDATA[<raw>]]><?pi x y?></data>'''
root=ET.fromstring(text)
print(root.tag, root.attrib, [c.tag for c in root], root[0].attrib, root.find('country/rank').text, [ (e.tag,e.attrib,e.text,e.tail) for e in root.iter()])
print(ET.tostring(root)); print(ET.tostring(root, encoding='unicode'))
ET.indent(root); print(ET.tostring(root,encoding='unicode'))
for bad in ('<a>', '<a></b>', '', '<a b=1/>', 'x', '<a>&nope;</a>', '<a/><b/>'):
    try: ET.fromstring(bad)
    except ET.ParseError as e: print(e, e.code, e.position)
e=ET.Element('x', k='v'); s=ET.SubElement(e,'y'); s.text='<&>'; print(ET.tostring(e), ET.dump(e))
t=ET.ElementTree(e); b=io.BytesIO(); t.write(b, xml_declaration=True, encoding='utf-8'); print(b.getvalue())
p=expat.ParserCreate()
def start(n,a): print('start',n,a)
p.StartElementHandler=start; p.EndElementHandler=lambda n: print('end',n); p.CharacterDataHandler=lambda d: print('data',repr(d))
p.XmlDeclHandler=lambda *a: print('decl',a); p.CommentHandler=lambda c: print('comment',c)
print(p.Parse(text[:60]), p.Parse(text[60:], True))
p=expat.ParserCreate(namespace_separator=' '); p.StartElementHandler=lambda n,a: 1/0
try: p.Parse('<a/>')
except ZeroDivisionError as e: print(e)
d=xml.dom.minidom.parseString('<a x="1"><b>t</b><!--c--></a>'); print(d.toxml(), d.documentElement.getAttribute('x'), d.getElementsByTagName('b')[0].firstChild.data); print(d.toprettyxml(indent=' '))
print(expat.errors.XML_ERROR_SYNTAX, expat.ErrorString(3))
import plistlib
print(plistlib.loads(plistlib.dumps({'a':[1,2.5,True,b'x'],'b':{'c':'d'}})))
