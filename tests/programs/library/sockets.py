# socket, select: pairs, a server on the loopback, timeouts, messages, names.
import select
import selectors
import socket
import struct

left, right = socket.socketpair()
left.sendall(b"ping")
print(right.recv(100), left.family.name, left.type.name, left.getsockname() == "")
right.settimeout(0.01)
try:
    right.recv(1)
except TimeoutError as error:
    print("timed out:", error)
right.setblocking(False)
try:
    right.recv(1)
except BlockingIOError as error:
    print(error.errno, error)
room = bytearray(5)
left.send(b"xyz")
print(right.recv_into(room), room)
left.sendmsg([b"one", b"two"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, struct.pack("i", left.fileno()))])
data, ancillary, flags, address = right.recvmsg(100, socket.CMSG_LEN(4))
print(data, [(level, kind, len(value)) for level, kind, value in ancillary], flags, address)
left.shutdown(socket.SHUT_WR)
print(right.recv(10))
for s in (left, right):
    s.close()

server = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(server.getsockname(), 5)
print(select.select([server], [client], [], 5)[0] == [server])
connection, address = server.accept()
print(address == client.getsockname(), client.getpeername() == server.getsockname())
client.sendall(b"GET /\r\nsecond line\r\n")
file = connection.makefile("rw", newline="\r\n")
print(file.readline(), file.readline())
file.write("answer\r\n")
file.flush()
print(client.recv(100))
with selectors.DefaultSelector() as selector:
    selector.register(client, selectors.EVENT_READ, "client")
    print(selector.select(0))
    connection.send(b"!")
    print([(key.data, events) for key, events in selector.select(5)])
connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
print(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY), server.getsockopt(
    socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_STREAM)
file.close()
for s in (connection, client, server):
    s.close()
print(client)

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as a, socket.socket(
        socket.AF_INET, socket.SOCK_DGRAM) as b:
    b.bind(("127.0.0.1", 0))
    a.sendto(b"datagram", b.getsockname())
    data, where = b.recvfrom(100)
    print(data, where == ("127.0.0.1", a.getsockname()[1]))
print(socket.inet_pton(socket.AF_INET6, "::1"), socket.inet_ntop(socket.AF_INET, b"\x7f\0\0\1"))
print(socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))
print(socket.htons(1), socket.ntohl(0x01020304), socket.inet_aton("1.2.3"))
for attempt in (lambda: socket.inet_aton("no"), lambda: socket.inet_pton(2, "1"),
                lambda: socket.socket().connect("x"), lambda: socket.socket().connect(("127.0.0.1", 99999)),
                lambda: socket.getaddrinfo("no such host.", 1, flags=socket.AI_NUMERICHOST),
                lambda: client.send(b""), lambda: socket.socket(12345), lambda: socket.htons(-1),
                lambda: socket.create_connection(("127.0.0.1", 1), 1)):
    try:
        attempt()
    except (OSError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
