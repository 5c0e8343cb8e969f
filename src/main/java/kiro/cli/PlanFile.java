package kiro.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import kiro.finding.Finding;
import kiro.plan.PlanReader;
import kiro.plan.PlanReading;
import kiro.text.SourceSpan;

/// A saved plan as a person names it on the command line.
final class PlanFile {
    private PlanFile() {}

    /// @param name the file as the person named it, for messages
    static PlanReading read(Path path, String name) {
        try {
            return PlanReader.read(name, Files.readString(path));
        } catch (IOException unreadable) {
            return unreadable(name, unreadable);
        }
    }

    static PlanReading.Broken unreadable(String name, IOException cause) {
        String message =
                switch (cause) {
                    case NoSuchFileException _ -> "there is no such file";
                    case CharacterCodingException _ -> "the file is not UTF-8 text";
                    default -> "the file cannot be read: " + cause.getMessage();
                };
        return new PlanReading.Broken(
                List.of(
                        Finding.error(
                                "plan/unreadable",
                                name,
                                SourceSpan.start(),
                                message,
                                "plans lie in .kiro/plans; 'kiro agent --plan-only' makes one")));
    }
}
