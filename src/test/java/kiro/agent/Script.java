package kiro.agent;

import java.util.ArrayList;
import java.util.List;
import kiro.model.Answer;
import kiro.model.Block;
import kiro.model.Message;
import kiro.model.ModelFailure;
import kiro.model.Usage;

/// What a scripted model says, reply by reply.
final class Script {
    private static final Usage USAGE = new Usage(100, 0, 0, 10, 0);

    private final List<Answer> answers = new ArrayList<>();
    private int calls;

    /// Goes on in a conversation that has had this many calls.
    Script after(int earlier) {
        calls = earlier;
        return this;
    }

    /// A reply of calls, each a tool's name and its arguments in turn.
    Script calls(String... namesAndArguments) {
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < namesAndArguments.length; i += 2) {
            blocks.add(call(namesAndArguments[i], namesAndArguments[i + 1]));
        }
        return reply(new Answer.Stop.ToolUse(), blocks);
    }

    Script says(String text) {
        return reply(new Answer.Stop.EndOfTurn(), List.of(new Block.Text(text)));
    }

    Script saysNothing() {
        return reply(new Answer.Stop.EndOfTurn(), List.of(Message.NOTHING_SAID));
    }

    Script endsOf(String reason, String text) {
        return reply(new Answer.Stop.Unknown(reason), List.of(new Block.Text(text)));
    }

    Script isCutIn(String name, String arguments) {
        return reply(new Answer.Stop.MaxTokens(), List.of(call(name, arguments)));
    }

    Script fails(ModelFailure failure) {
        answers.add(new Answer.Failed(failure));
        return this;
    }

    /// A plan of one step for each action; all of them serve these criteria.
    Script plans(String criteria, String... actions) {
        var steps = new ArrayList<String>();
        for (String action : actions) {
            steps.add(
                    """
                    {"action":"%s","files":["src/main/java/demo/Demo.java"],"risk":"low","criteria":[%s]}\
                    """
                            .formatted(action, criteria));
        }
        return calls(
                "propose_plan",
                "{\"title\":\"the plan\",\"steps\":[" + String.join(",", steps) + "]}");
    }

    Script writes(String path, String content) {
        return calls(
                "write_file",
                "{\"path\":\"%s\",\"content\":\"%s\"}"
                        .formatted(path, content.replace("\"", "\\\"").replace("\n", "\\n")));
    }

    List<Answer> answers() {
        return List.copyOf(answers);
    }

    private Block.ToolCall call(String name, String arguments) {
        calls++;
        return new Block.ToolCall("c" + calls, name, arguments);
    }

    private Script reply(Answer.Stop stop, List<Block> blocks) {
        answers.add(new Answer.Complete(new Message(Message.Role.MODEL, blocks), stop, USAGE));
        return this;
    }
}
