package kiro.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.Model;
import kiro.model.ModelRequest;
import kiro.model.Purpose;
import kiro.model.Reply;
import kiro.model.Usage;

/// A model that knows what it has to do by nothing but the conversation: it makes the calls of the step in hand that have
/// not been made, looks before it makes one again whose outcome is not known, and reads what it has to read. Looks without a
/// proof that follow one another are one reply. What it has done it says in a summary, and reads there.
final class Worker implements Model {
    private static final Pattern STEP =
            Pattern.compile("(?:<step number=\"|the work of step )([0-9]+)");
    private static final Pattern UNREAD =
            Pattern.compile("(\\S+) (?:was not read yet|has changed since it was read)");
    private static final Pattern SUMMARY = Pattern.compile("what is done: (\\S+)");
    private static final Set<String> LOOKS = Set.of("read_file", "search", "look");
    private static final Usage USAGE = new Usage(10, 0, 0, 1, 0);

    private final String plan;
    private final List<List<Action>> steps;
    private final int window;

    /// @param proof tells whether the call has had its effect; empty where its answer does
    record Action(String tool, String arguments, Optional<Proof> proof) {
        static Action of(String tool, String arguments) {
            return new Action(tool, arguments, Optional.empty());
        }

        /// A file is there when it has had its effect.
        static Action making(String file, String tool, String arguments) {
            return new Action(
                    tool,
                    arguments,
                    Optional.of(new Proof("read_file", "{\"path\":\"%s\"}".formatted(file), "")));
        }
    }

    /// A look whose answer has a text where a call has had its effect, and else has not, or is an error.
    record Proof(String tool, String arguments, String text) {}

    Worker(String plan, List<List<Action>> steps) {
        this(plan, steps, 1_000_000);
    }

    /// @param window how much it takes
    Worker(String plan, List<List<Action>> steps, int window) {
        this.plan = plan;
        this.steps = steps;
        this.window = window;
    }

    @Override
    public String name() {
        return "worker";
    }

    @Override
    public int window() {
        return window;
    }

    @Override
    public Answer answer(ModelRequest request, Consumer<Reply> onReply) {
        List<Block> blocks =
                request.messages().stream().flatMap(message -> message.blocks().stream()).toList();
        Map<String, Block.ToolResult> results = new LinkedHashMap<>();
        for (Block block : blocks) {
            if (block instanceof Block.ToolResult result) {
                results.put(result.callId(), result);
            } else if (block instanceof Block.Text text) {
                SUMMARY.matcher(text.text())
                        .results()
                        .flatMap(found -> Stream.of(found.group(1).split(",")))
                        .forEach(id ->
                                results.putIfAbsent(id, new Block.ToolResult(id, "done", false)));
            }
        }
        if (request.purpose() == Purpose.SUMMARY) {
            return summary(results);
        }
        boolean isOpen =
                blocks.stream()
                        .anyMatch(block ->
                                block instanceof Block.Text text
                                        && text.text().contains("<open-calls>"));
        return step(blocks)
                .map(step -> work(step, results, isOpen))
                .orElseGet(() -> propose(results));
    }

    private static Optional<Integer> step(List<Block> blocks) {
        Optional<Integer> step = Optional.empty();
        for (Block block : blocks) {
            if (block instanceof Block.Text text) {
                Matcher found = STEP.matcher(text.text());
                while (found.find()) {
                    step = Optional.of(Integer.valueOf(found.group(1)));
                }
            }
        }
        return step;
    }

    private Answer propose(Map<String, Block.ToolResult> results) {
        return call(
                List.of(
                        new Block.ToolCall(
                                "plan_" + count(results, "plan_"), "propose_plan", plan)));
    }

    private static Answer summary(Map<String, Block.ToolResult> results) {
        return new Answer.Complete(
                Message.model(
                        "what is done: "
                                + results.values().stream()
                                        .flatMap(result -> done(result, results))
                                        .collect(Collectors.joining(","))),
                new Answer.Stop.EndOfTurn(),
                USAGE);
    }

    /// The calls that are known to be done by an answer: its own, or one of which a look has told it.
    private static Stream<String> done(
            Block.ToolResult result, Map<String, Block.ToolResult> results) {
        if (!result.isError()) {
            return Stream.of(result.callId());
        }
        String id = result.callId().substring(0, result.callId().indexOf('_') + 1);
        boolean isSeen =
                result.text().startsWith("the outcome is not known")
                        && isAfter(results, result.callId(), id + "look_")
                        && !lastLook(results, id + "look_").isError();
        return isSeen ? Stream.of(id + "seen") : Stream.of();
    }

    private Answer work(int step, Map<String, Block.ToolResult> results, boolean isOpen) {
        List<Action> actions = steps.get(step - 1);
        var calls = new ArrayList<Block.ToolCall>();
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i);
            boolean isLook = LOOKS.contains(action.tool());
            Optional<Block.ToolCall> next =
                    next("s" + step + "a" + i + "_", action, results, isOpen);
            if (next.isPresent() && (isLook || calls.isEmpty())) {
                calls.add(next.get());
            }
            if (!calls.isEmpty() && !(isLook && LOOKS.contains(calls.getFirst().name()))) {
                break;
            }
        }
        return calls.isEmpty()
                ? new Answer.Complete(
                        Message.model("step " + step + " is done"),
                        new Answer.Stop.EndOfTurn(),
                        USAGE)
                : call(calls);
    }

    private static Optional<Block.ToolCall> next(
            String id, Action action, Map<String, Block.ToolResult> results, boolean isOpen) {
        String look = id + "look_";
        List<Block.ToolResult> made =
                results.values().stream()
                        .filter(result ->
                                result.callId().startsWith(id) && !result.callId().startsWith(look))
                        .toList();
        if (made.isEmpty() && isOpen && action.proof().isPresent()) {
            return settled(id, action, results, count(results, look) > 0, 0);
        }
        if (made.isEmpty()) {
            return Optional.of(new Block.ToolCall(id + 0, action.tool(), action.arguments()));
        }
        Block.ToolResult last = made.getLast();
        if (!last.isError() || last.text().startsWith("there is no command")) {
            return Optional.empty();
        }
        boolean hasLooked = isAfter(results, last.callId(), look);
        Matcher unread = UNREAD.matcher(last.text());
        if (last.text().startsWith("the outcome is not known") && action.proof().isPresent()) {
            return settled(id, action, results, hasLooked, made.size());
        } else if (!hasLooked && unread.find() && action.proof().isPresent()) {
            String path = "{\"path\":\"%s\"}".formatted(unread.group(1));
            return Optional.of(look(look, results, "read_file", path));
        }
        return Optional.of(new Block.ToolCall(id + made.size(), action.tool(), action.arguments()));
    }

    /// What is to be done about a call that may have had its effect.
    ///
    /// @param times how often it was made
    private static Optional<Block.ToolCall> settled(
            String id,
            Action action,
            Map<String, Block.ToolResult> results,
            boolean hasLooked,
            int times) {
        Proof proof = action.proof().orElseThrow();
        String look = id + "look_";
        if (!hasLooked) {
            return Optional.of(look(look, results, proof.tool(), proof.arguments()));
        }
        Block.ToolResult answer = lastLook(results, look);
        return !answer.isError() && answer.text().contains(proof.text())
                ? Optional.empty()
                : Optional.of(new Block.ToolCall(id + times, action.tool(), action.arguments()));
    }

    private static Block.ToolCall look(
            String look, Map<String, Block.ToolResult> results, String tool, String arguments) {
        return new Block.ToolCall(look + count(results, look), tool, arguments);
    }

    private static Block.ToolResult lastLook(Map<String, Block.ToolResult> results, String look) {
        return results.values().stream()
                .filter(result -> result.callId().startsWith(look))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static boolean isAfter(
            Map<String, Block.ToolResult> results, String call, String look) {
        var ids = new ArrayList<>(results.keySet());
        return ids.subList(ids.indexOf(call), ids.size()).stream()
                .anyMatch(id -> id.startsWith(look) && !isNotMade(results, id));
    }

    /// A look that the run was stopped before says nothing.
    private static boolean isNotMade(Map<String, Block.ToolResult> results, String id) {
        String text = results.containsKey(id) ? results.get(id).text() : "";
        return text.startsWith("not made") || text.startsWith("not answered");
    }

    private static long count(Map<String, Block.ToolResult> results, String prefix) {
        return results.keySet().stream().filter(id -> id.startsWith(prefix)).count();
    }

    private static Answer call(List<Block.ToolCall> calls) {
        return new Answer.Complete(
                new Message(Message.Role.MODEL, List.copyOf(calls)),
                new Answer.Stop.ToolUse(),
                USAGE);
    }
}
