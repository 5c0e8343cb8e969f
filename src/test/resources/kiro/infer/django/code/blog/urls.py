from django.urls import path, re_path

from . import views

urlpatterns = [
    path("posts/", views.PostList.as_view()),
    path("posts/<int:pk>/", views.post_detail, name="post"),
    re_path(r"^posts/(?P<pk>[\d]+)/notes/?$", views.NoteListCreateView.as_view()),
    re_path(r"^notes/(?P<pk>[\d]+)/?$", views.NoteView.as_view()),
]
