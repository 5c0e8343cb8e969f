package kiro.cli.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kiro.agent.RunEnd;
import kiro.agent.Talker;
import kiro.cli.Style;
import kiro.cli.run.DiffLines;
import kiro.cli.run.Piece;
import kiro.cli.run.RunPicture;
import kiro.cli.run.Stage;
import kiro.cli.terminal.StyledLine;
import kiro.edit.FileChange;
import kiro.model.Block;
import kiro.model.Money;
import kiro.model.Price;
import kiro.model.TaggedText;
import kiro.session.EventReader;
import kiro.session.LogReading;
import kiro.spec.Spec;
import kiro.spec.SpecStore;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;

/// The person of a conversation at a terminal: what they type goes to the model, or is done here where it is a command.
public final class ChatTalker implements Talker {
    private final Ground ground;
    private final Stage stage;
    private final Inbox inbox;
    private final Mentions mentions;
    private final Changes changes;
    private final List<Block> notes = new ArrayList<>();
    private Optional<Spec> spec = Optional.empty();
    private Leaving leaving = new Leaving.Quit();
    private RunEnd last = new RunEnd.Done();

    /// What a conversation stands on.
    ///
    /// @param log its events
    /// @param prices of models by their names, where they are known
    public record Ground(
            Workspace workspace,
            Path log,
            Path journal,
            boolean takesImages,
            Function<String, Optional<Price>> prices) {}

    /// Where it goes on when a conversation is over.
    public sealed interface Leaving {
        record Quit() implements Leaving {}

        /// The same conversation, with another model.
        record OtherModel(String name) implements Leaving {}

        record NewOne() implements Leaving {}

        /// @param name as a person names a session; empty for the newest before this one
        record Other(Optional<String> name) implements Leaving {}
    }

    public ChatTalker(Ground ground, Stage stage, Inbox inbox) {
        this.ground = ground;
        this.stage = stage;
        this.inbox = inbox;
        this.mentions = new Mentions(ground.workspace(), ground.takesImages());
        this.changes = new Changes(ground.journal(), new WorkspaceFiles(ground.workspace()));
    }

    public Leaving leaving() {
        return leaving;
    }

    /// How the last turn ended.
    public RunEnd last() {
        return last;
    }

    @Override
    public Said next() throws InterruptedException {
        inbox.working(false);
        while (true) {
            Optional<String> typed = inbox.next();
            if (typed.isEmpty()) {
                return new Said.Bye();
            }
            String text = typed.get().strip();
            Optional<Said> said = text.isEmpty() ? Optional.empty() : said(text);
            if (said.isPresent()) {
                inbox.working(!(said.get() instanceof Said.Bye));
                return said.get();
            }
        }
    }

    private Optional<Said> said(String text) {
        echo(text);
        if (!text.startsWith(SlashCommand.SIGN)) {
            begin();
            return Optional.of(words(text));
        }
        return switch (SlashCommand.parse(text)) {
            case SlashCommand.Typed.Known known -> command(known.command(), known.rest());
            case SlashCommand.Typed.Unknown unknown -> {
                tell(
                        "there is no /%s%s; /help shows all"
                                .formatted(
                                        unknown.name(),
                                        unknown.nearest()
                                                .map(near -> "; did you mean /" + near + "?")
                                                .orElse("")));
                yield Optional.empty();
            }
        };
    }

    private Said words(String text) {
        Mentions.Found found = mentions.in(text);
        found.problems().forEach(this::tell);
        var blocks = new ArrayList<>(notes);
        notes.clear();
        blocks.addAll(found.blocks());
        blocks.add(new Block.Text(text));
        return new Said.Words(text, blocks, found.files());
    }

    @Override
    public List<Said.Words> meanwhile() {
        var said = new ArrayList<Said.Words>();
        for (String text : inbox.meanwhile()) {
            echo(text);
            said.add(new Said.Words(text));
        }
        return said;
    }

    @Override
    public void ended(RunEnd end) {
        last = end;
        inbox.working(false);
        // Whoever stopped a turn at its very end has stopped nothing.
        Thread.interrupted();
        stage.stopped();
        switch (end) {
            case RunEnd.Done _, RunEnd.Planned _ -> {}
            case RunEnd.Interrupted _ -> warn("stopped; what was done so far stays");
            case RunEnd.Unproven _,
                    RunEnd.Undone _,
                    RunEnd.Stepped _,
                    RunEnd.StepFailed _,
                    RunEnd.NoPlan _,
                    RunEnd.Unable _,
                    RunEnd.Denied _,
                    RunEnd.ModelFailed _,
                    RunEnd.LimitReached _ ->
                    warn(end.name().replace('-', ' ') + ": " + end.reason());
        }
    }

    private Optional<Said> command(SlashCommand command, String rest) {
        return switch (command) {
            case HELP -> told(this::help);
            case CONTEXT -> told(this::context);
            case MEMORY -> told(this::memory);
            case DIFF -> told(this::diff);
            case UNDO -> told(this::undo);
            case SPEC -> told(() -> spec(rest));
            case IMAGE -> told(() -> image(rest));
            case PLAN -> plan(rest);
            case MODEL ->
                    rest.isEmpty() ? told(this::context) : leave(new Leaving.OtherModel(rest));
            case CLEAR -> leave(new Leaving.NewOne());
            case RESUME ->
                    leave(new Leaving.Other(Optional.of(rest).filter(name -> !name.isEmpty())));
            case QUIT -> leave(new Leaving.Quit());
        };
    }

    private static Optional<Said> told(Runnable telling) {
        telling.run();
        return Optional.empty();
    }

    private Optional<Said> leave(Leaving where) {
        leaving = where;
        return Optional.of(new Said.Bye());
    }

    private Optional<Said> plan(String words) {
        if (words.isEmpty()) {
            tell("say what to plan, as in '/plan implement'" + attached());
            return Optional.empty();
        }
        begin();
        return Optional.of(new Said.Task(words, spec));
    }

    private String attached() {
        return spec.map(known -> "; its criteria are those of " + known.name()).orElse("");
    }

    private void help() {
        stage.show(
                Arrays.stream(SlashCommand.values())
                        .map(command ->
                                Piece.item(
                                        StyledLine.of(Style.BOLD, command.usage())
                                                .with("  " + command.meaning())))
                        .toList());
        tell(
                "@path gives the model a file, #name a spec; '\\' at the end of a line begins another");
    }

    private void context() {
        LogReading log = read();
        RunPicture picture = RunPicture.of(log);
        tell("model " + picture.spent().model());
        ChatMeter.of(log, ground.prices())
                .lines(picture.spent().cost(ground.prices()).map(Money::toString))
                .forEach(this::tell);
        spec.ifPresent(known -> tell("spec " + known.name()));
    }

    private void memory() {
        List<String> lines = ChatMeter.of(read(), ground.prices()).memory();
        lines.forEach(this::tell);
        if (lines.isEmpty()) {
            tell("nothing of the memory was told; 'kiro memory list' shows what is known");
        }
    }

    private LogReading read() {
        try {
            return new EventReader().read(ground.log());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the session's own log cannot be read", unreadable);
        }
    }

    private void diff() {
        try {
            List<FileChange> all = changes.all();
            if (all.isEmpty()) {
                tell("nothing is changed");
            }
            all.forEach(change -> stage.show(DiffLines.of(change)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the journal of changes cannot be read", unreadable);
        }
    }

    private void undo() {
        try {
            switch (changes.takeBack()) {
                case Changes.TakenBack.Nothing _ -> tell("there is nothing to take back");
                case Changes.TakenBack.Not not -> warn("nothing was taken back: " + not.reason());
                case Changes.TakenBack.Done done -> {
                    done.files().forEach(file -> tell("took back " + file));
                    done.conflicts().forEach(conflict -> warn("left as it is: " + conflict));
                    note(done.files());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the journal of changes cannot be read", unreadable);
        }
    }

    /// The model is told with the next message: it knows the files as it left them.
    private void note(List<WorkspacePath> files) {
        if (!files.isEmpty()) {
            notes.add(
                    new Block.Text(
                            TaggedText.of(
                                            "undone",
                                            "the user took back your changes of "
                                                    + String.join(
                                                            ", ",
                                                            files.stream()
                                                                    .map(WorkspacePath::value)
                                                                    .toList()))
                                    .render()));
        }
    }

    private void spec(String name) {
        if (name.isEmpty()) {
            List<String> names = new SpecStore(ground.workspace()).names();
            tell(names.isEmpty() ? "there is no spec yet" : String.join(", ", names));
            return;
        }
        Optional<Spec> found = mentions.spec(name);
        found.ifPresentOrElse(
                known -> {
                    spec = found;
                    notes.add(Mentions.told(known));
                    tell(
                            "the model is told %s with the next message, and /plan proves its criteria"
                                    .formatted(known.name()));
                },
                () -> tell("there is no spec '%s' that can be read".formatted(name)));
    }

    private void image(String name) {
        if (name.isEmpty()) {
            tell("say which, as in '/image shots/error.png'");
            return;
        }
        Path file = ground.workspace().root().resolve(name);
        switch (mentions.picture(file)) {
            case Mentions.Picture.Shown shown -> {
                notes.add(shown.image());
                tell("the model is shown it with the next message");
            }
            case Mentions.Picture.Not not -> warn(not.reason());
        }
    }

    private void begin() {
        try {
            changes.begin();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the journal of changes cannot be read", unreadable);
        }
    }

    private void echo(String text) {
        var pieces = new ArrayList<Piece>();
        pieces.add(new Piece.Gap());
        text.lines()
                .forEach(line ->
                        pieces.add(
                                Piece.line(
                                        StyledLine.of(Style.CYAN, pieces.size() == 1 ? "> " : "  ")
                                                .with(Style.BOLD, line))));
        stage.echo(pieces);
    }

    private void tell(String text) {
        stage.show(List.of(Piece.item(StyledLine.of(Style.DIM, text))));
    }

    private void warn(String text) {
        stage.show(List.of(Piece.item(StyledLine.of(Style.YELLOW, text))));
    }
}
