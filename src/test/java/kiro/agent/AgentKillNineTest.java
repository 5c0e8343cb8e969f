package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kiro.session.Event;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes that are killed with SIGKILL in the middle of a run leave what the copies have that `Kills` goes on with. A process
/// takes a second to start, so a few kills stand for all: after an intent of looks, after a patch, after a command that nothing has answered.
class AgentKillNineTest {
    @TempDir private Path folder;

    @Test
    @Tag("sessions#AC-15")
    void what_a_killed_process_leaves_is_what_the_copies_have() throws Exception {
        var kills = new Kills(folder, new AgentKilledFilesTest.Files());
        kills.run();
        List<Event> events = kills.events();

        for (int after :
                List.of(
                        KilledProgram.place(events, Event.ToolIntended.class, "search"),
                        KilledProgram.place(events, Event.ToolFinished.class, "apply_patch"),
                        KilledProgram.place(events, Event.FilesChanged.class, "run_command"))) {
            Path killed = folder.resolve("process-" + after);
            KilledProgram.kill(killed, AgentKilledFilesTest.Files.class, after);

            assertThat(whole(killed)).isEqualTo(whole(kills.killed(after)));
        }
    }

    /// All that is there, the session's folder too; the times of files that a journal keeps of a command are its own. What the tests
    /// come to is in the log before or after what is said to the model meanwhile.
    private static Map<String, String> whole(Path place) throws Exception {
        var all = new TreeMap<>(Kills.left(place));
        for (String file : List.of("events.jsonl", "journal/journal.jsonl")) {
            Path at = place.resolve(Kills.WORKSPACE + "/session/" + file);
            all.put(file, Files.exists(at) ? inAnyOrder(Files.readAllLines(at)) : "");
        }
        return all;
    }

    private static String inAnyOrder(List<String> records) {
        return records.stream()
                .map(record ->
                        record.replaceFirst("\"seq\":\\d+,", "")
                                .replaceFirst(",\"crc\":\"[0-9a-f]+\"", ""))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
