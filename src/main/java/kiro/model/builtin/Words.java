package kiro.model.builtin;

import java.util.List;
import java.util.stream.Collectors;
import kiro.model.builtin.write.Unplaced;

/// What this engine says.
final class Words {
    static final String SETTINGS =
            "a language model goes further: set ANTHROPIC_API_KEY, or anthropic.api-key in"
                    + " ~/.kiro/config.yaml, and run the task again";

    private Words() {}

    static String open(List<Unplaced> unplaced) {
        return unplaced.stream().map(Unplaced::line).collect(Collectors.joining("\n"));
    }
}
