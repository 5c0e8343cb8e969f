package kiro;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.cli.HookWatchAccess;
import kiro.cli.HooksWatchCommand;
import kiro.process.OutsidePath;
import kiro.process.ProgramFinder;
import kiro.text.OwnFolder;

/// This program once more, with a session of its own, so that it stays when the terminal goes.
final class BackgroundProgram implements HookWatchAccess.Background {
    /// It lives for days and does little: a small heap that gives back what it does not need.
    private static final List<String> SMALL =
            List.of(
                    "-Xms8m",
                    "-Xmx128m",
                    "-Xss512k",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:MinHeapFreeRatio=10",
                    "-XX:MaxHeapFreeRatio=20");

    private final Process process;
    private final Path output;

    private BackgroundProgram(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static BackgroundProgram start(Outside outside, Path folder, Path output) throws IOException {
        OwnFolder.make(output.resolveSibling(".").normalize());
        var argv = new ArrayList<String>();
        ProgramFinder.find(
                        "setsid",
                        Optional.of(
                                OutsidePath.of(
                                        Optional.ofNullable(outside.environment().get("PATH")),
                                        outside.directory())))
                .ifPresent(program -> argv.add(program.toString()));
        argv.addAll(small(OwnProgram.of(outside).argv()));
        argv.addAll(List.of("hooks", "watch"));
        var builder =
                new ProcessBuilder(argv)
                        .directory(folder.toFile())
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(outside.environment());
        builder.environment().put("HOME", outside.home().toString());
        builder.environment().put(HooksWatchCommand.MARK, "background");
        return new BackgroundProgram(builder.start(), output);
    }

    /// The launcher knows by itself what a watcher needs; Java is told. The environment would hand it on to what hooks start.
    private static List<String> small(List<String> argv) {
        if (argv.size() == 1) {
            return argv;
        }
        var told = new ArrayList<>(argv);
        told.addAll(1, SMALL);
        return told;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public Optional<String> said() throws IOException {
        String text = Files.readString(output, StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
