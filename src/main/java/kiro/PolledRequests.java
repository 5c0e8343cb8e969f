package kiro;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import kiro.cli.HooksGithubCommand;
import kiro.github.PullRequest;
import kiro.github.PullRequestPoll;
import kiro.github.WorkflowEvent;
import kiro.hook.EventKind;
import kiro.hook.run.HookEvent;
import kiro.hook.run.Subject;
import kiro.hook.watch.WatchNews;
import kiro.hook.watch.WatchSource;

/// Pull requests of GitHub, asked for beside what else is watched: an answer may take its time.
final class PolledRequests implements WatchSource {
    private final PullRequestPoll poll;
    private final Consumer<WatchNews> news;
    private final AtomicBoolean isAsking = new AtomicBoolean();
    private final ConcurrentLinkedQueue<HookEvent> events = new ConcurrentLinkedQueue<>();

    PolledRequests(PullRequestPoll poll, Consumer<WatchNews> news) {
        this.poll = poll;
        this.news = news;
    }

    private static HookEvent event(PullRequest.Change change) {
        PullRequest request = change.request();
        return HookEvent.of(
                switch (change.step()) {
                    case OPENED -> EventKind.PR_OPENED;
                    case UPDATED -> EventKind.PR_UPDATED;
                },
                new Subject.PullRequest(
                        request.number(),
                        request.title(),
                        request.branch(),
                        request.base(),
                        request.address()));
    }

    /// What a workflow is about.
    static HooksGithubCommand.Found ofWorkflow(Path file) {
        return switch (WorkflowEvent.read(file)) {
            case WorkflowEvent.Reading.Changed(PullRequest.Change change) ->
                    new HooksGithubCommand.Found.Event(event(change));
            case WorkflowEvent.Reading.Other(String action) ->
                    new HooksGithubCommand.Found.Other(action);
            case WorkflowEvent.Reading.Unreadable(String reason) ->
                    new HooksGithubCommand.Found.Unreadable(reason);
        };
    }

    @Override
    public Set<EventKind> kinds() {
        return Set.of(EventKind.PR_OPENED, EventKind.PR_UPDATED);
    }

    @Override
    public List<HookEvent> look() {
        if (isAsking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("pull-requests").start(this::ask);
        }
        var all = new ArrayList<HookEvent>();
        for (HookEvent event = events.poll(); event != null; event = events.poll()) {
            all.add(event);
        }
        return all;
    }

    private void ask() {
        try {
            switch (poll.ask()) {
                case PullRequestPoll.Answer.Nothing _ -> {}
                case PullRequestPoll.Answer.Changed(List<PullRequest.Change> changes) ->
                        changes.forEach(change -> events.add(event(change)));
                case PullRequestPoll.Answer.Failed(String reason, Instant until) ->
                        news.accept(
                                new WatchNews.Limited(
                                        "GitHub does not tell of pull requests: " + reason,
                                        "it is asked again at %s; GITHUB_TOKEN, GITHUB_REPOSITORY and GITHUB_API_URL say as whom, for what and where"
                                                .formatted(until)));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            isAsking.set(false);
        }
    }
}
