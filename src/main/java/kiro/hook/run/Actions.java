package kiro.hook.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kiro.hook.Hook;
import kiro.hook.HookAction;
import kiro.hook.Placeholders;
import kiro.process.Command;
import kiro.process.CommandResult;
import kiro.process.Output;
import kiro.process.Parted;
import kiro.text.OwnFolder;

/// Does what a hook does, once.
final class Actions {
    /// How long a built-in that is interrupted may take to notice.
    private static final Duration LEAVE = Duration.ofSeconds(2);

    private static final int LONGEST_VARIABLE = 100_000;

    private final Path root;
    private final Path folder;
    private final HookMeans means;

    /// @param folder of the person's own, for what is read and printed
    Actions(Path root, Path folder, HookMeans means) {
        this.root = root;
        this.folder = folder;
        this.means = means;
    }

    Attempt run(String id, Hook hook, HookEvent event) throws IOException, InterruptedException {
        String branch = HeadBranch.of(root);
        Placeholders.Values values = values(event, branch);
        return switch (hook.action()) {
            case HookAction.Command(String line) -> {
                boolean isOwn = hook.source().format() == Hook.Format.YAML;
                Placeholders.Filled filled =
                        isOwn
                                ? Placeholders.line(line, values)
                                : new Placeholders.Filled(
                                        line, List.of(), Placeholders.line("", values).variables());
                yield ruled(
                        id, hook, line, command(hook, event, filled), input(event, hook, branch));
            }
            case HookAction.AgentTask task -> {
                String words = Placeholders.words(task.words(), values);
                yield event.kind().isOfSession()
                        ? new Attempt.Asked(words)
                        : printed(
                                id,
                                withCause(
                                        means.tasks()
                                                .command(
                                                        new TaskStarter.Work(
                                                                words, task.spec(), task.agent()),
                                                        hook.limits().timeout()),
                                        hook,
                                        event),
                                input(event, hook, branch));
            }
            case HookAction.BuiltIn builtIn -> builtIn(builtIn, hook, event, branch);
            case HookAction.Unknown(String word) ->
                    new Attempt.NotStarted("this version does not know '%s'".formatted(word));
        };
    }

    private static Placeholders.Values values(HookEvent event, String branch) {
        List<String> files = event.files();
        return new Placeholders.Values(
                files.size() == 1 ? Optional.of(files.getFirst()) : Optional.empty(),
                files,
                event.kind().word(),
                branch,
                event.tests(),
                event.dependencies());
    }

    private String input(HookEvent event, Hook hook, String branch) {
        return EventJson.of(event, hook, branch, root);
    }

    private Command command(Hook hook, HookEvent event, Placeholders.Filled filled) {
        var argv = new ArrayList<>(List.of("/bin/sh", "-c", filled.line(), "kiro-hook"));
        argv.addAll(filled.arguments());
        var variables = new HashMap<>(filled.variables());
        if (event.subject() instanceof Subject.Prompt(String words)
                && words.length() < LONGEST_VARIABLE
                && words.indexOf('\0') < 0) {
            variables.put("USER_PROMPT", words);
        }
        return withCause(new Command(argv, root, hook.limits().timeout(), variables), hook, event);
    }

    private static Command withCause(Command command, Hook hook, HookEvent event) {
        return command.withEnvironment(event.cause().then(hook.name()).variables());
    }

    private Attempt ruled(String id, Hook hook, String line, Command command, String input)
            throws IOException, InterruptedException {
        return switch (means.rules().rule(hook, line, command)) {
            case HookRules.Ruled.Denied(String reason) -> new Attempt.Denied(reason);
            case HookRules.Ruled.Allowed(Command confined) -> printed(id, confined, input);
        };
    }

    private Attempt printed(String id, Command command, String input)
            throws IOException, InterruptedException {
        OwnFolder.make(folder);
        Path read = Files.createTempFile(folder, "event-", ".json");
        try {
            Files.writeString(read, input, StandardCharsets.UTF_8);
            Parted parted =
                    means.commands()
                            .apply(folder.resolve("output").resolve(id))
                            .runParted(command.withInput(read));
            return switch (parted.result()) {
                case CommandResult.Exited exited ->
                        new Attempt.Ended(exited.code(), left(exited.output(), parted.errors()));
                case CommandResult.TimedOut timedOut ->
                        new Attempt.Overdue(
                                timedOut.limit(), left(timedOut.output(), parted.errors()));
                case CommandResult.NotStarted not -> new Attempt.NotStarted(not.reason());
            };
        } finally {
            Files.deleteIfExists(read);
        }
    }

    private static HookRun.Left left(Output output, Output errors) {
        return new HookRun.Left(
                output.text(),
                errors.text(),
                output.kept().or(errors::kept).map(Output.Kept::file),
                List.of());
    }

    private Attempt builtIn(HookAction.BuiltIn action, Hook hook, HookEvent event, String branch)
            throws InterruptedException {
        Optional<BuiltIn> found =
                means.builtIns().get().stream()
                        .filter(each -> each.name().equals(action.name()))
                        .findFirst();
        if (found.isEmpty()) {
            return new Attempt.NotStarted(
                    "there is no built-in '%s'; there are %s"
                            .formatted(
                                    action.name(),
                                    String.join(
                                            ", ",
                                            means.builtIns().get().stream()
                                                    .map(BuiltIn::name)
                                                    .sorted()
                                                    .toList())));
        }
        Duration limit = hook.limits().timeout();
        var request = new BuiltInRequest(event, branch, action.settings(), root, limit);
        return within(limit, new FutureTask<>(() -> found.get().run(request)));
    }

    private static Attempt within(Duration limit, FutureTask<BuiltInOutcome> work)
            throws InterruptedException {
        Thread thread = Thread.ofPlatform().daemon().name("hook-built-in").start(work);
        try {
            return new Attempt.Answered(work.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            thread.interrupt();
            thread.join(LEAVE);
            return new Attempt.Overdue(limit, HookRun.Left.NOTHING);
        } catch (ExecutionException fault) {
            return new Attempt.Answered(
                    BuiltInOutcome.failed("a fault of kiro: " + fault.getCause()));
        } catch (InterruptedException stopped) {
            thread.interrupt();
            thread.join(LEAVE);
            throw stopped;
        }
    }
}
