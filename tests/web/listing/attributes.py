# Attributes of instances: guards of maps, loads and stores, a method that is followed.
class Ball:
    def __init__(self, place, speed):
        self.place = place
        self.speed = speed
        self.bounces = 0

    def move(self, dt):
        self.place += self.speed * dt
        if self.place < 0.0 or self.place > 10.0:
            self.speed = -self.speed
            self.bounces += 1


balls = [Ball(2.0, 3.0), Ball(5.0, -1.5)]
for step in range(2000):
    for ball in balls:
        ball.move(0.01)
print([(ball.place, ball.bounces) for ball in balls])
