"""Servers in threads, and clients that wait for their answers."""
import socket
import socketserver
import threading

listening = socket.create_server(("127.0.0.1", 0))


def serve():
    for _ in range(3):
        connection, _ = listening.accept()
        with connection:
            connection.sendall(connection.recv(100).upper())


server = threading.Thread(target=serve)
server.start()
for message in (b"a", b"bc", b"def"):
    with socket.create_connection(listening.getsockname()) as client:
        client.sendall(message)
        print(client.recv(100))
server.join()
listening.close()


class Reverse(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.readline().strip()[::-1])


with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Reverse) as tcp:
    server = threading.Thread(target=tcp.serve_forever, args=(0.01,))
    server.start()
    for word in (b"hello", b"thread"):
        with socket.create_connection(tcp.server_address) as client:
            client.sendall(word + b"\n")
            print(client.recv(10))
    tcp.shutdown()
    server.join()
