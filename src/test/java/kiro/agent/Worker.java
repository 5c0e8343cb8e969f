package kiro.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.Model;
import kiro.model.ModelRequest;
import kiro.model.Reply;
import kiro.model.Usage;

/// A model that knows what it has to do by nothing but the conversation: it makes the calls of the step in hand that have
/// not been made, looks before it makes one again whose outcome is not known, and reads what it has to read.
final class Worker implements Model {
    private static final Pattern STEP = Pattern.compile("<step number=\"([0-9]+)\"");
    private static final Usage USAGE = new Usage(10, 0, 0, 1, 0);

    private final String plan;
    private final List<List<Action>> steps;

    /// @param proof a file that is there when the call has had its effect; empty where the answer tells
    record Action(String tool, String arguments, Optional<String> proof) {}

    Worker(String plan, List<List<Action>> steps) {
        this.plan = plan;
        this.steps = steps;
    }

    @Override
    public String name() {
        return "worker";
    }

    @Override
    public int window() {
        return 1_000_000;
    }

    @Override
    public Answer answer(ModelRequest request, Consumer<Reply> onReply) {
        List<Block> blocks =
                request.messages().stream().flatMap(message -> message.blocks().stream()).toList();
        Map<String, Block.ToolResult> results = new LinkedHashMap<>();
        for (Block block : blocks) {
            if (block instanceof Block.ToolResult result) {
                results.put(result.callId(), result);
            }
        }
        return step(blocks).map(step -> work(step, results)).orElseGet(() -> propose(results));
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
        return call("plan_" + count(results, "plan_"), "propose_plan", plan);
    }

    private Answer work(int step, Map<String, Block.ToolResult> results) {
        List<Action> actions = steps.get(step - 1);
        for (int i = 0; i < actions.size(); i++) {
            Optional<Answer> next = next("s" + step + "a" + i + "_", actions.get(i), results);
            if (next.isPresent()) {
                return next.get();
            }
        }
        return new Answer.Complete(
                Message.model("step " + step + " is done"), new Answer.Stop.EndOfTurn(), USAGE);
    }

    private static Optional<Answer> next(
            String id, Action action, Map<String, Block.ToolResult> results) {
        String look = id + "look_";
        List<Block.ToolResult> made =
                results.values().stream()
                        .filter(result ->
                                result.callId().startsWith(id) && !result.callId().startsWith(look))
                        .toList();
        if (made.isEmpty()) {
            return Optional.of(call(id + 0, action.tool(), action.arguments()));
        }
        Block.ToolResult last = made.getLast();
        if (!last.isError()) {
            return Optional.empty();
        }
        boolean hasLooked = isAfter(results, last.callId(), look);
        if (last.text().startsWith("the outcome is not known") && action.proof().isPresent()) {
            if (!hasLooked) {
                return Optional.of(read(look, results, action.proof().get()));
            }
            if (!lastLook(results, look).isError()) {
                return Optional.empty();
            }
        } else if (last.text().contains("read") && !hasLooked && action.proof().isPresent()) {
            return Optional.of(read(look, results, action.proof().get()));
        }
        return Optional.of(call(id + made.size(), action.tool(), action.arguments()));
    }

    private static Answer read(String look, Map<String, Block.ToolResult> results, String file) {
        return call(look + count(results, look), "read_file", "{\"path\":\"%s\"}".formatted(file));
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

    private static Answer call(String id, String tool, String arguments) {
        return new Answer.Complete(
                new Message(Message.Role.MODEL, List.of(new Block.ToolCall(id, tool, arguments))),
                new Answer.Stop.ToolUse(),
                USAGE);
    }
}
