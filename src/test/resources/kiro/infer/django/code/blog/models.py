from django.db import models


class Post(models.Model):
    title = models.CharField(max_length=100)
    author = models.ForeignKey("auth.User", on_delete=models.CASCADE)


class Note(models.Model):
    post = models.ForeignKey(Post, related_name="notes", on_delete=models.CASCADE)
    text = models.TextField()
