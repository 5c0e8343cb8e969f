package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.model.Answer;
import kiro.model.Model;
import kiro.model.ModelRequest;
import kiro.model.Reply;
import kiro.model.scripted.ScriptedModel;
import kiro.permission.Mode;
import kiro.session.LogDisk;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a loss of power would leave of a log, at each effect and at each request.
@Timeout(20)
class AgentOnDiskTest {
    private static final Pattern TYPE = Pattern.compile("\"type\":\"([a-z-]+)\"");

    @TempDir private Path folder;
    private final List<String> history = new ArrayList<>();

    /// A real file that tells what each wait for the disk brought there, and whether a file was there by then.
    private final class ToldDisk implements LogDisk {
        private final FileOutputStream out;
        private final Path effect;
        private final List<String> loose = new ArrayList<>();

        ToldDisk(Path file, Path effect) throws IOException {
            this.out = new FileOutputStream(file.toFile(), true);
            this.effect = effect;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            out.write(bytes);
            Matcher type = TYPE.matcher(new String(bytes, StandardCharsets.UTF_8));
            assertThat(type.find()).isTrue();
            if (type.group(1).startsWith("tool-")) {
                loose.add(type.group(1));
            }
        }

        @Override
        public void force() throws IOException {
            out.getFD().sync();
            loose.forEach(record ->
                    history.add(record + (Files.exists(effect) ? " after it" : " before it")));
            loose.clear();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /// A model that is written down when it is asked.
    private record ToldModel(Model model, List<String> history) implements Model {
        @Override
        public String name() {
            return model.name();
        }

        @Override
        public int window() {
            return model.window();
        }

        @Override
        public Answer answer(ModelRequest request, Consumer<Reply> onReply)
                throws InterruptedException {
            history.add("request");
            return model.answer(request, onReply);
        }
    }

    private List<String> historyOf(Script script, String effect) throws InterruptedException {
        var agent = new AgentHarness(folder);
        Path file = agent.workspace.root().resolve(effect);
        agent.onDisk(log -> new ToldDisk(log, file));
        agent.run(
                new ToldModel(new ScriptedModel(script.answers()), history),
                new AgentTask(
                        "say hello",
                        Optional.empty(),
                        new AgentTask.Goal.WholeWork(),
                        Mode.AUTONOMOUS));
        assertThat(file).exists();
        return history;
    }

    @Test
    @Tag("sessions#AC-30")
    void a_write_waits_until_its_intent_is_on_the_disk_and_the_next_request_until_its_result_is()
            throws Exception {
        assertThat(historyOf(new Script().writes("a.txt", "a").says("done"), "a.txt"))
                .containsExactly(
                        "request", "tool-intended before it", "tool-finished after it", "request");
    }

    @Test
    @Tag("sessions#AC-30")
    void a_command_waits_until_its_intent_is_on_the_disk_and_the_next_request_until_its_result_is()
            throws Exception {
        assertThat(
                        historyOf(
                                new Script()
                                        .calls("run_command", "{\"command\":\"touch a.txt\"}")
                                        .says("done"),
                                "a.txt"))
                .containsExactly(
                        "request", "tool-intended before it", "tool-finished after it", "request");
    }
}
