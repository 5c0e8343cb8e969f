from django.http import HttpResponseForbidden, JsonResponse
from django.shortcuts import get_object_or_404
from django.views import View
from django.views.decorators.http import require_http_methods

from .models import Post


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
