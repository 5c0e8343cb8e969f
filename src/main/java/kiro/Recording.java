package kiro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import kiro.cli.Console;
import kiro.model.Answer;
import kiro.model.scripted.ScriptFile;
import kiro.secret.SecretMask;

/// Keeps the answers of a model in a file, in which they can be played again. Secrets are not kept.
final class Recording {
    private final Path file;
    private final SecretMask secrets;
    private final Console console;
    private final AtomicBoolean isBroken = new AtomicBoolean();

    Recording(Path file, SecretMask secrets, Console console) {
        this.file = file;
        this.secrets = secrets;
        this.console = console;
    }

    /// A run is worth more than its recording: where that cannot go on, the run does, and says so.
    synchronized void add(Answer answer) {
        if (isBroken.get()) {
            return;
        }
        try {
            Files.writeString(
                    file,
                    ScriptFile.write(answer, secrets::maskCertain) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            isBroken.set(true);
            console.note(
                    "the recording %s breaks off here: %s"
                            .formatted(file, unwritable.getMessage()));
        }
    }
}
