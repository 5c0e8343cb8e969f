from django.urls import path

from . import views

urlpatterns = [
    path("posts/", views.PostList.as_view()),
    path("posts/<int:pk>/", views.post_detail, name="post"),
]
