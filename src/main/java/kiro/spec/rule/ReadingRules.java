package kiro.spec.rule;

import java.util.regex.Pattern;
import kiro.spec.rest.EndpointReader;
import kiro.spec.rest.UnreadSentence;
import kiro.text.TextDocument;

/// The rule that a spec in the structured form of endpoints is read by the built-in engine, sentence by sentence. Other
/// specs promise nothing of the kind.
final class ReadingRules {
    private static final String LABEL = "Endpoint";
    private static final Pattern STRUCTURED =
            Pattern.compile(
                    "(?m)^[ \t]{0,12}[-*] \\**"
                            + LABEL
                            + "\\**: *`?(GET|POST|PUT|PATCH|DELETE|HEAD) /");

    private final Checked checked;

    ReadingRules(Checked checked) {
        this.checked = checked;
    }

    void check() {
        TextDocument document = checked.spec().document();
        boolean isStructured =
                document.has('/')
                        && document.text().contains(LABEL)
                        && STRUCTURED.matcher(document.text()).find();
        if (!isStructured || checked.report().isOff(Rule.NOT_READ)) {
            return;
        }
        for (UnreadSentence sentence : new EndpointReader().read(checked.spec()).unread()) {
            // What is to be filled in is named as that.
            if (!sentence.text().contains("{{")) {
                checked.report()
                        .add(
                                Rule.NOT_READ,
                                sentence.span(),
                                "the built-in engine does not read this: " + sentence.reason(),
                                sentence.form()
                                        .map("write it in a form that is read, such as: "::concat)
                                        .orElse(
                                                "say it in lines with labels, or leave it to a model"));
            }
        }
    }
}
