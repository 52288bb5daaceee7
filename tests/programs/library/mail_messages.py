# email: messages are made, written and read; objects of built-in types have a documentation or none.
import email
import email.policy
from email.message import EmailMessage

message = EmailMessage()
message["Subject"] = "Grüße"
message["From"] = "A <a@example.org>"
message["To"] = "b@example.org, c@example.org"
message.set_content("Hello,\nwörld\n")
message.add_attachment(b"\0\1\2", maintype="application", subtype="octet-stream", filename="data.bin")
text = message.as_string()
print(text.count("Content-Type"), "data.bin" in text)
again = email.message_from_string(text, policy=email.policy.default)
print(again["subject"], [str(a) for a in again["to"].addresses], again.is_multipart())
print(again.get_body().get_content(), [part.get_content() for part in again.iter_attachments()])


class Plain:
    pass


class Told:
    """what it is"""


print(Plain().__doc__, Told().__doc__, hasattr(5, "__doc__"), hasattr([], "__doc__"), hasattr("", "__doc__"))
import smtplib
print(smtplib.SMTP.__name__)
