package kiro.workspace;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kiro.process.Capture;
import kiro.process.Command;
import kiro.process.CommandRunner;
import kiro.process.Dialogue;

/// A shell that is kept to ask git. To start a process from here costs more than git takes to answer in a small repository.
public final class GitShell implements AutoCloseable {
    private static final Path SHELL = Path.of("/bin/sh");

    /// A command of the agent may end it, and it is started anew.
    private static final int STARTS = 3;

    private final CommandRunner commands;
    private Optional<Dialogue> kept = Optional.empty();
    private int startsLeft = Files.isExecutable(SHELL) ? STARTS : 0;

    public GitShell(CommandRunner commands) {
        this.commands = commands;
    }

    /// Empty where the questions are to be asked one by one.
    ///
    /// @param git a call of git without arguments, with all that it needs
    synchronized Optional<List<Capture.Ended>> ask(GitBatch batch, Command git)
            throws InterruptedException {
        byte[] question = batch.script(git).getBytes(StandardCharsets.UTF_8);
        byte[] end = batch.last().getBytes(StandardCharsets.UTF_8);
        Optional<Dialogue> shell = opened(git);
        while (shell.isPresent()) {
            switch (shell.get().ask(question, end, git.limit())) {
                case Dialogue.Answer.Whole(byte[] bytes) -> {
                    return batch.answers(bytes);
                }
                case Dialogue.Answer.Ended() -> {
                    kept = Optional.empty();
                    shell = opened(git);
                }
                case Dialogue.Answer.Missing() -> {
                    kept = Optional.empty();
                    startsLeft = 0;
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Dialogue> opened(Command git) {
        if (kept.isEmpty() && startsLeft > 0) {
            startsLeft--;
            kept = Dialogue.with(commands, git.withArgv(List.of(SHELL.toString())));
        }
        return kept;
    }

    @Override
    public synchronized void close() {
        startsLeft = 0;
        kept.ifPresent(Dialogue::close);
        kept = Optional.empty();
    }
}
