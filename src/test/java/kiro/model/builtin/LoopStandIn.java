package kiro.model.builtin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Deadlines;
import kiro.model.Message;
import kiro.model.Model;
import kiro.model.ModelRequest;
import kiro.model.Purpose;
import kiro.model.TaggedText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Plays the loop on a folder: gives a model the conversation, and does what its calls ask for.
final class LoopStandIn {
    private final Path root;
    private final Model model;
    private final List<Message> messages = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private String problem = "";
    private JsonNode plan = JsonMapper.shared().createObjectNode();
    private String lastWords = "";

    LoopStandIn(Path root, Model model) {
        this.root = root;
        this.model = model;
    }

    String problem() {
        return problem;
    }

    JsonNode plan() {
        return plan;
    }

    String lastWords() {
        return lastWords;
    }

    List<Message> messages() {
        return messages;
    }

    List<String> log() {
        return log;
    }

    /// A step as the model is given it.
    record GivenStep(String action, List<String> files, List<String> criteria) {}

    static String briefing(String spec, String text, String task) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("name", spec);
        attributes.put("path", ".kiro/specs/" + spec + ".md");
        return TaggedText.of(
                                "workspace",
                                """
                                name: project
                                build tool: maven
                                build file: pom.xml
                                languages: Java
                                source folders: src/main/java
                                test folders: src/test/java
                                test command: mvn -q test
                                git: branch main, clean
                                """)
                        .render()
                + TaggedText.of("spec", attributes, text).render()
                + TaggedText.of("task", task).render()
                + TaggedText.of("now", "plan").render();
    }

    /// Runs planning, and then the steps that a person made of the plan.
    void run(String briefing, UnaryOperator<List<GivenStep>> edit) throws InterruptedException {
        messages.add(Message.user(briefing));
        List<Block> results = turn(Purpose.PLAN);
        if (!problem.isEmpty()) {
            return;
        }
        int number = 1;
        for (GivenStep step : edit.apply(steps())) {
            results = given(number++, step, results);
            if (!problem.isEmpty()) {
                return;
            }
        }
    }

    /// Goes on with steps of a plan in a conversation that begins with them.
    void goOn(String briefing, List<GivenStep> steps) throws InterruptedException {
        String execute = briefing.replace("<now>\nplan\n", "<now>\nexecute\n");
        List<Block> before = List.of(new Block.Text(execute));
        int number = 1;
        for (GivenStep step : steps) {
            before = given(number++, step, before);
            if (!problem.isEmpty()) {
                return;
            }
        }
    }

    private List<Block> given(int number, GivenStep step, List<Block> before)
            throws InterruptedException {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("number", String.valueOf(number));
        attributes.put("files", String.join(", ", step.files()));
        attributes.put("criteria", String.join(", ", step.criteria()));
        var blocks = new ArrayList<Block>(before);
        blocks.add(new Block.Text(new TaggedText("step", attributes, step.action()).render()));
        messages.add(new Message(Message.Role.USER, blocks));
        return turn(Purpose.CODE);
    }

    /// Says what the tests came to after a step, and gives the next one.
    void tested(String tests, int number, GivenStep step) throws InterruptedException {
        given(number, step, List.of(new Block.Text(TaggedText.of("tests", tests).render())));
    }

    /// Says what the tests came to and that criteria lack something, as the loop does after the steps.
    void missing(String tests) throws InterruptedException {
        var blocks =
                List.<Block>of(
                        new Block.Text(TaggedText.of("tests", tests).render()),
                        new Block.Text(
                                TaggedText.of("missing", "AC-1: no test names it").render()));
        messages.add(new Message(Message.Role.USER, blocks));
        turn(Purpose.CODE);
    }

    List<GivenStep> steps() {
        var steps = new ArrayList<GivenStep>();
        for (JsonNode step : plan.path("steps").values()) {
            steps.add(
                    new GivenStep(
                            step.path("action").asString(),
                            strings(step.path("files")),
                            strings(step.path("criteria"))));
        }
        return steps;
    }

    private static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.values().forEach(one -> strings.add(one.asString()));
        return strings;
    }

    /// Lets the model work until it ends its turn; answers what is left to be told to it.
    private List<Block> turn(Purpose purpose) throws InterruptedException {
        for (int turns = 0; turns < 50; turns++) {
            var request =
                    new ModelRequest(purpose, "", List.of(), messages, 16_000, Deadlines.STANDARD);
            var answer = (Answer.Complete) model.answer(request, _ -> {});
            messages.add(answer.message());
            if (answer.message().calls().isEmpty()) {
                lastWords = answer.message().text();
                return List.of();
            }
            var results = new ArrayList<Block>();
            boolean isProposed = false;
            for (Block.ToolCall call : answer.message().calls()) {
                results.add(result(call));
                isProposed |= call.name().equals("propose_plan");
            }
            if (isProposed || !problem.isEmpty()) {
                return results;
            }
            messages.add(new Message(Message.Role.USER, results));
        }
        throw new AssertionError("the model does not end its turn");
    }

    private Block.ToolResult result(Block.ToolCall call) {
        JsonNode arguments = JsonMapper.shared().readTree(call.arguments());
        String path = arguments.path("path").asString("");
        log.add(call.name() + " " + path);
        try {
            String text =
                    switch (call.name()) {
                        case "list_directory" -> listing(path);
                        case "read_file" -> Files.readString(root.resolve(path));
                        case "write_file" -> written(path, arguments.path("content").asString());
                        case "edit_file" -> edited(path, arguments);
                        case "apply_patch" -> deleted(arguments.path("patch").asString());
                        case "propose_plan" -> {
                            plan = arguments;
                            yield "the plan is approved";
                        }
                        case "report_problem" -> {
                            problem = arguments.path("reason").asString();
                            yield "noted";
                        }
                        default -> throw new AssertionError("no such tool: " + call.name());
                    };
            return new Block.ToolResult(call.id(), text, false);
        } catch (IOException missing) {
            return new Block.ToolResult(call.id(), missing.toString(), true);
        }
    }

    private String listing(String path) throws IOException {
        Path folder = root.resolve(path);
        try (Stream<Path> files = Files.walk(folder)) {
            return String.join(
                    "\n",
                    files.filter(Files::isRegularFile)
                            .map(file -> root.relativize(file).toString())
                            .sorted()
                            .toList());
        }
    }

    private String written(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return "written";
    }

    private String deleted(String patch) throws IOException {
        String name = "*** Delete File: ";
        String path =
                patch.lines()
                        .filter(line -> line.startsWith(name))
                        .map(line -> line.substring(name.length()))
                        .findFirst()
                        .orElseThrow();
        Files.delete(root.resolve(path));
        return "deleted";
    }

    private String edited(String path, JsonNode arguments) throws IOException {
        String text = Files.readString(root.resolve(path));
        String old = arguments.path("old_text").asString();
        int at = text.indexOf(old);
        if (at < 0 || text.indexOf(old, at + 1) >= 0) {
            throw new IOException("old_text stands not exactly once in " + path);
        }
        return written(
                path,
                text.substring(0, at)
                        + arguments.path("new_text").asString()
                        + text.substring(at + old.length()));
    }

    /// Copies a project, without what was built.
    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted().toList()) {
                String name = from.relativize(file).toString();
                Path target = to.resolve(name);
                if (name.equals("target") || name.startsWith("target/")) {
                    continue;
                }
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
