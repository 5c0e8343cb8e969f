from django.http import HttpResponseForbidden, JsonResponse
from django.shortcuts import get_object_or_404
from django.views import View
from django.views.decorators.http import require_http_methods

from rest_framework import generics, status
from rest_framework.exceptions import NotFound
from rest_framework.response import Response

from .models import Note, Post


class PostList(View):
    def get(self, request):
        return JsonResponse({"posts": list(Post.objects.values())})

    def post(self, request):
        title = request.POST.get("title", "")
        if len(title) > 100:
            return JsonResponse({"error": "the title is too long"}, status=400)
        post = Post.objects.create(title=title)
        return JsonResponse({"id": post.id}, status=201)


@require_http_methods(["GET", "DELETE"])
def post_detail(request, pk):
    post = get_object_or_404(Post, pk=pk)
    if request.method == "DELETE":
        if post.author != request.user:
            return HttpResponseForbidden()
        post.delete()
        return JsonResponse({}, status=204)
    return JsonResponse({"title": post.title})


class NoteListCreateView(generics.ListCreateAPIView):
    queryset = Note.objects.all()

    def create(self, request, pk=None):
        try:
            post = Post.objects.get(pk=pk)
        except Post.DoesNotExist:
            raise NotFound("there is no such post")
        post.notes.create(text=request.data["text"])
        return Response({}, status=status.HTTP_201_CREATED)


class NoteView(generics.RetrieveDestroyAPIView):
    queryset = Note.objects.all()
