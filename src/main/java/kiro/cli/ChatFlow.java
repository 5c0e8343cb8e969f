package kiro.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kiro.agent.AgentTask.Goal;
import kiro.cli.chat.ChatHistory;
import kiro.cli.chat.ChatPrompt;
import kiro.cli.chat.ChatTalker;
import kiro.cli.chat.ChatTalker.Leaving;
import kiro.cli.chat.Completion;
import kiro.cli.chat.Inbox;
import kiro.cli.chat.LineInbox;
import kiro.cli.chat.TypedInbox;
import kiro.session.SessionId;
import kiro.session.Sessions;
import kiro.spec.SpecStore;
import kiro.workspace.Workspace;

/// Leads conversations: one after the other, as a person goes from one to another.
public final class ChatFlow {
    private final Console console;
    private final AgentRuns runs;
    private final RunFaces faces;
    private final ChatHistory history;
    private final Function<Workspace, List<String>> files;

    /// @param files the paths of a project's files
    public ChatFlow(
            Console console,
            AgentRuns runs,
            RunFaces faces,
            ChatHistory history,
            Function<Workspace, List<String>> files) {
        this.console = console;
        this.runs = runs;
        this.faces = faces;
        this.history = history;
        this.files = files;
    }

    /// What a person asks for on the command line.
    ///
    /// @param words the first message
    /// @param flags settings that it has of its own
    record Asked(
            Workspace workspace,
            Optional<String> words,
            Chosen chosen,
            List<SettingFlag> flags,
            RunFaces.Output output) {
        Asked {
            flags = List.copyOf(flags);
        }

        private RunRequest with(Goal goal, Optional<String> otherModel) {
            return new RunRequest(
                    workspace,
                    RunRequest.CONVERSATION,
                    Optional.empty(),
                    goal,
                    new Chosen(
                            chosen.mode(),
                            otherModel.or(chosen::model),
                            chosen.agent(),
                            chosen.recording()),
                    flags);
        }
    }

    /// What is opened next, and what instead where that cannot be.
    private record Next(RunRequest request, Optional<RunRequest> instead) {}

    ExitCode run(Asked asked, Goal first) throws IOException, InterruptedException {
        var typed = new TypedInbox();
        asked.words().ifPresent(typed::add);
        var prompt =
                new ChatPrompt(
                        typed,
                        history,
                        new Completion(
                                () -> files.apply(asked.workspace()),
                                () -> new SpecStore(asked.workspace()).names()));
        Inbox lines = lines(asked.words());
        RunRequest request = asked.with(first, Optional.empty());
        RunFace face = faces.open(request, asked.output(), prompt);
        try {
            Optional<Next> next = Optional.of(new Next(request, Optional.empty()));
            ExitCode code = ExitCode.OK;
            while (next.isPresent()) {
                face = face.on(next.get().request());
                Step step = step(asked, next.get(), face, typed, lines);
                code = step.code();
                next = step.next();
            }
            return code;
        } finally {
            face.close();
        }
    }

    /// What one conversation has led to.
    private record Step(ExitCode code, Optional<Next> next) {}

    private Step step(Asked asked, Next next, RunFace face, Inbox typed, Inbox lines)
            throws IOException, InterruptedException {
        return switch (runs.open(next.request(), face)) {
            case AgentRuns.Opening.Refused refused -> {
                Problem problem = refused.problem();
                console.problem(problem.code(), problem.message(), problem.fix());
                yield new Step(
                        refused.code(),
                        next.instead().map(other -> new Next(other, Optional.empty())));
            }
            case AgentRuns.Opening.Broken broken -> {
                console.findings(broken.findings());
                yield new Step(ExitCode.FINDINGS, Optional.empty());
            }
            case AgentRuns.Opening.Opened opened -> {
                Inbox inbox = face.isLive() ? typed : lines;
                Talked talked = talk(asked, opened.run(), face, inbox);
                yield new Step(
                        console.isInteractive() ? ExitCode.OK : talked.code(),
                        next(asked, next.request(), talked));
            }
        };
    }

    /// What a conversation came to.
    private record Talked(SessionId id, Leaving leaving, ExitCode code) {}

    private Talked talk(Asked asked, OpenRun open, RunFace face, Inbox inbox)
            throws InterruptedException {
        Path log = open.log();
        try (open) {
            var talker =
                    new ChatTalker(
                            new ChatTalker.Ground(
                                    asked.workspace(),
                                    log,
                                    log.resolveSibling("journal"),
                                    open.takesImages(),
                                    face::price),
                            face.stage(),
                            inbox);
            open.talk(talker);
            return new Talked(open.session(), talker.leaving(), AgentFlow.code(talker.last()));
        }
    }

    private Optional<Next> next(Asked asked, RunRequest request, Talked talked) throws IOException {
        return switch (talked.leaving()) {
            case Leaving.Quit _ -> {
                if (asked.output() != RunFaces.Output.JSON && console.isInteractive()) {
                    console.print(
                            console.styled(
                                    Style.DIM,
                                    "'kiro chat --resume " + talked.id() + "' goes on with it"));
                }
                yield Optional.empty();
            }
            case Leaving.NewOne _ ->
                    Optional.of(
                            new Next(
                                    asked.with(new Goal.WholeWork(), request.model()),
                                    Optional.empty()));
            case Leaving.OtherModel other ->
                    again(asked, talked, Optional.of(other.name()))
                            .map(next -> new Next(next, again(asked, talked, request.model())));
            case Leaving.Other(var name) -> {
                String wanted = name.orElse(Sessions.LAST);
                yield switch (ChatSession.find(
                        asked.workspace(), wanted, Optional.of(talked.id()))) {
                    case ChatSession.Known known ->
                            Optional.of(
                                    new Next(
                                            asked.with(known.goal(), request.model()),
                                            Optional.empty()));
                    case ChatSession.Nothing nothing -> {
                        Problem problem = nothing.problem();
                        console.problem(problem.code(), problem.message(), problem.fix());
                        yield again(asked, talked, request.model())
                                .map(next -> new Next(next, Optional.empty()));
                    }
                };
            }
        };
    }

    /// The same conversation once more.
    private static Optional<RunRequest> again(Asked asked, Talked talked, Optional<String> model) {
        try {
            return ChatSession.find(asked.workspace(), talked.id().value(), Optional.empty())
                            instanceof ChatSession.Known known
                    ? Optional.of(asked.with(known.goal(), model))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException("the session cannot be read", unreadable);
        }
    }

    /// Lines, where a terminal is not drawn on: those of a person, or what is handed in; words of the command line alone
    /// are all there is where nobody can say more.
    private Inbox lines(Optional<String> words) {
        var first = new java.util.ArrayDeque<String>();
        words.ifPresent(first::add);
        return new LineInbox(prompt -> {
            if (!first.isEmpty()) {
                return Optional.of(first.poll());
            }
            if (console.isInteractive()) {
                return console.ask(prompt);
            }
            return words.isPresent() ? Optional.empty() : console.read();
        });
    }
}
