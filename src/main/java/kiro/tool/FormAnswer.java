package kiro.tool;

import java.util.List;
import java.util.Map;

/// What a person says to a form.
public sealed interface FormAnswer {
    /// @param values by the names of the fields, one each but where a field takes several; what was left open is not
    ///     among them
    record Given(Map<String, List<String>> values) implements FormAnswer {
        public Given {
            values = Map.copyOf(values);
        }
    }

    /// The person does not want to tell, or nobody is there.
    record Declined() implements FormAnswer {}

    /// The person has gone away from the question.
    record Cancelled() implements FormAnswer {}
}
