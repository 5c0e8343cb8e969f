package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Conversations and runs with whatever a model may answer: replies of any blocks that end for any reason, and failures.
@Timeout(60)
class AnyRepliesTest {
    private static final List<String> STOPS =
            List.of("end-of-turn", "tool-use", "max-tokens", "refusal", "a reason of its own");
    private static final List<String> FAILURES =
            List.of("Blocked", "ContextTooLong", "Rejected", "Unauthorized");
    private static final List<String> CALLS =
            List.of(
                    "read_file {\"path\":\"a.txt\"}",
                    "read_file {\"path\":\"../../etc/passwd\"}",
                    "read_file {\"path\":",
                    "write_file {\"path\":\"b.txt\",\"content\":\"x\"}",
                    "no_such_tool {}",
                    "propose_plan {\"title\":\"t\",\"steps\":[{\"action\":\"a\",\"files\":[],\"risk\":\"low\",\"criteria\":[]}]}",
                    "report_problem {\"reason\":\"cannot\"}");

    @TempDir private Path folder;

    private int calls;

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private String block(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "{\"type\":\"text\",\"text\":\"words\"}";
            case 1 ->
                    "{\"type\":\"thinking\",\"text\":\"hm\",\"signature\":\"c2ln\",\"provider\":\"x\"}";
            default -> {
                String[] call = one(CALLS, random).split(" ", 2);
                calls++;
                yield "{\"type\":\"tool-call\",\"id\":\"c%d\",\"name\":\"%s\",\"arguments\":%s}"
                        .formatted(calls, call[0], ScriptLines.quoted(call[1]));
            }
        };
    }

    private String reply(Random random) {
        if (random.nextInt(10) == 0) {
            return "{\"failure\":\"%s\",\"message\":\"no\"}".formatted(one(FAILURES, random));
        }
        String blocks =
                IntStream.rangeClosed(0, random.nextInt(4))
                        .mapToObj(_ -> block(random))
                        .collect(Collectors.joining(","));
        return "{\"blocks\":[%s],\"stop\":\"%s\"}".formatted(blocks, one(STOPS, random));
    }

    private Kiro.Result run(TemporaryWorkspace workspace, Random random, String... arguments) {
        workspace.with(
                "script.jsonl",
                Stream.generate(() -> reply(random)).limit(14).collect(Collectors.joining("\n")));
        return Kiro.in(workspace.root())
                .with("HOME", folder.resolve("home").toString())
                .with("KIRO_MODEL", "")
                .reading("one", "two", "three")
                .run(
                        Stream.concat(
                                        Stream.of(arguments),
                                        Stream.of("--model", "scripted/script.jsonl"))
                                .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    @Tag("agent-loop#AC-24")
    void whatever_a_model_answers_no_conversation_and_no_run_ends_with_a_fault(int seed)
            throws Exception {
        var random = new Random(seed);
        TemporaryWorkspace workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".kiro/specs/.keep", "")
                        .with("a.txt", "x\n");

        for (Kiro.Result result :
                List.of(
                        run(workspace, random, "chat"),
                        run(workspace, random, "chat", "--resume"),
                        run(workspace, random, "agent", "do it", "--mode", "autonomous"),
                        run(workspace, random, "agent", "--resume", "--mode", "autonomous"))) {
            assertThat(result.out() + result.err()).doesNotContain("Exception");
            assertThat(result.code()).isBetween(0, 5);
        }
    }
}
