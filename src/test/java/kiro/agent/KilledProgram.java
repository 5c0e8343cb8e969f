package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import kiro.session.Event;
import kiro.session.Recorded;
import kiro.session.SessionListener;

/// A process that carries work out and kills itself, as `kill -9` does, when the log has so many records.
final class KilledProgram {
    private KilledProgram() {}

    /// @param args the folder, the name of the class of the work, how many records
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder.resolve(Kills.OUTSIDE));
        var work = (Kills.Work) Class.forName(args[1]).getDeclaredConstructor().newInstance();
        AgentHarness agent = work.open(folder.resolve(Kills.WORKSPACE), true);
        agent.watchedBy(new Suicide(Integer.parseInt(args[2])));
        work.run(agent);
    }

    /// Runs a process that is killed after so many records.
    static void kill(Path place, Class<? extends Kills.Work> work, int after) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-XX:-UsePerfData",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledProgram.class.getName(),
                                place.toString(),
                                work.getName(),
                                String.valueOf(after))
                        .redirectErrorStream(true)
                        .redirectOutput(new File(place + ".out"))
                        .start();
        assertThat(process.waitFor())
                .as(() -> "what the process said is in " + place + ".out")
                .isEqualTo(128 + 9);
    }

    /// What still goes on in a folder when the guard of the program has had its time; empty where nothing does.
    static List<String> goesOn(Path place) throws IOException {
        Instant until = Instant.now().plusSeconds(20);
        while (true) {
            List<String> all = processes(place);
            if (all.isEmpty() || Instant.now().isAfter(until)) {
                return all;
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static List<String> processes(Path place) throws IOException {
        var all = new ArrayList<String>();
        try (DirectoryStream<Path> processes =
                Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                try {
                    if (Files.readSymbolicLink(process.resolve("cwd")).startsWith(place)) {
                        all.add(Files.readString(process.resolve("cmdline")).replace('\0', ' '));
                    }
                } catch (IOException gone) {
                    continue;
                }
            }
        }
        return all;
    }

    /// The number of the first record of a type that is about a call of a tool.
    static int place(List<Event> events, Class<? extends Event> type, String tool) {
        List<String> ids =
                events.stream()
                        .filter(event ->
                                event instanceof Event.ToolIntended intended
                                        && intended.tool().equals(tool))
                        .map(event -> ((Event.ToolIntended) event).callId())
                        .toList();
        return 1
                + IntStream.range(0, events.size())
                        .filter(i -> type.isInstance(events.get(i)))
                        .filter(i ->
                                switch (events.get(i)) {
                                    case Event.ToolIntended it -> ids.contains(it.callId());
                                    case Event.ToolFinished it -> ids.contains(it.callId());
                                    case Event.FilesChanged it -> ids.contains(it.callId());
                                    default -> false;
                                })
                        .findFirst()
                        .orElseThrow();
    }

    private static final class Suicide implements SessionListener {
        private final int after;
        private int records;

        Suicide(int after) {
            this.after = after;
        }

        @Override
        public void recorded(Recorded recorded, String line) {
            records++;
            if (records == after) {
                try {
                    new ProcessBuilder(
                                    "kill", "-KILL", String.valueOf(ProcessHandle.current().pid()))
                            .start()
                            .waitFor();
                } catch (IOException cause) {
                    throw new UncheckedIOException(cause);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
