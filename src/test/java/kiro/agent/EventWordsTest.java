package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kiro.model.ModelFailure;
import kiro.model.Purpose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Properties of events that are one of several words.
@Tag("sessions#AC-25")
class EventWordsTest {
    private static String row(String type) throws IOException {
        return Files.readAllLines(Path.of("docs/formats/events.md")).stream()
                .filter(line -> line.startsWith("| `" + type + "` |"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> quoted(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .map(each -> "`" + each.getSimpleName() + "`")
                .toList();
    }

    @Test
    void every_end_of_a_run_stands_on_the_page() throws IOException {
        assertThat(row("run-ended"))
                .contains(
                        quoted(RunEnd.class).stream()
                                .map(name ->
                                        name.replaceAll("([a-z])([A-Z])", "$1-$2")
                                                .toLowerCase(Locale.ROOT))
                                .toList())
                .contains("`closed`");
    }

    @Test
    void every_kind_of_failure_stands_on_the_page() throws IOException {
        assertThat(row("model-failed")).contains(quoted(ModelFailure.class));
    }

    @Test
    void every_purpose_of_a_request_stands_on_the_page() throws IOException {
        assertThat(row("model-asked"))
                .contains(
                        Arrays.stream(Purpose.values())
                                .map(purpose -> "`" + purpose.name() + "`")
                                .toList());
    }

    @Test
    void what_a_run_is_to_do_stands_on_the_page() throws IOException {
        assertThat(row("run-started"))
                .contains(
                        "`" + AgentTask.CHAT + "`",
                        "`" + new AgentTask.Goal.WholeWork().word() + "`",
                        "`" + new AgentTask.Goal.PlanOnly().word() + "`",
                        "`" + AgentTask.Goal.SAVED_PLAN + "`",
                        "`" + AgentTask.Goal.ONE_STEP + "N`");
    }
}
