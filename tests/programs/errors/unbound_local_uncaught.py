# UnboundLocalError raised in a function that assigns the name later, shown with carets under the name.
count = 10


def increment():
    count += 1
    return count


def branch(x):
    if x:
        value = 1
    return value


for f in (increment, lambda: branch(0)):
    try:
        f()
    except UnboundLocalError as e:
        print(e)
print(branch(1))


def loop(n):
    for i in range(n):
        if i > 400:
            print(later)
        if i > 500:
            later = i


loop(1000)
