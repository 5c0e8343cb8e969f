package kiro.agent;

import java.util.List;
import java.util.Optional;
import kiro.edit.FileChange;
import kiro.edit.WriteRules;

/// Rules of writing that count how often they have refused: a model that does not find a way by then has none.
public final class BoundedRules implements WriteRules {
    private final WriteRules rules;
    private final int most;
    private int refused;
    private String last = "";

    /// @param most how many tries may be refused in one step
    public BoundedRules(WriteRules rules, int most) {
        this.rules = rules;
        this.most = most;
    }

    @Override
    public synchronized Ruling rule(List<FileChange> changes) {
        return counted(rules.rule(changes));
    }

    @Override
    public synchronized Ruling ofCommand(List<FileChange> changes) {
        return counted(rules.ofCommand(changes));
    }

    private Ruling counted(Ruling ruling) {
        if (ruling instanceof Ruling.Refused no) {
            refused++;
            last = no.headline();
        }
        return ruling;
    }

    @Override
    public void recall() {
        rules.recall();
    }

    /// A step begins, with all its tries.
    synchronized void begin() {
        refused = 0;
    }

    /// Why the step has failed, where it has.
    synchronized Optional<String> exhausted() {
        return refused < most
                ? Optional.empty()
                : Optional.of(
                        "the rules of the steering refused %d %s in this step, the most there may be (steering.tries); in the last, %s"
                                .formatted(refused, refused == 1 ? "write" : "writes", last));
    }
}
