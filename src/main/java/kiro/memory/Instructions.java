package kiro.memory;

import java.util.regex.Pattern;

/// Sentences that want something of an agent rather than tell something of a project: they are never learned.
final class Instructions {
    private static final Pattern FORMS =
            Pattern.compile(
                    "(?is).*(?:"
                            + String.join(
                                    "|",
                                    "\\b(?:ignore|disregard|forget|override|bypass)\\b.{0,40}\\b(?:instruction|rule|polic|prompt|previous|above|prior|guard|safety|polic)",
                                    "\\b(?:system|developer) prompt\\b",
                                    "\\byou are (?:now |no longer )?(?:an? |the )?(?:ai|assistant|agent|model|language model|llm|dan|chatbot|admin)",
                                    "\\b(?:ai|llm|coding) (?:agents?|assistants?|models?)\\b.{0,60}\\b(?:must|should|shall|always|never|please|need to|have to)\\b",
                                    "\\b(?:assistant|agent|model)s? (?:reading|processing|that reads?)\\b",
                                    "\\b(?:do not|don't|never|without) (?:tell|inform|ask|mention|show|reveal|alert|warn)(?:ing)?\\b.{0,30}\\b(?:user|person|human|developer|anyone|anybody|reviewer)",
                                    "\\b(?:curl|wget|nc|bash|sh|powershell|iex|eval)\\b.{0,60}(?:https?://|\\|\\s*(?:ba)?sh)",
                                    "\\b(?:send|post|upload|exfiltrate|forward|leak|email|transmit)\\b.{0,60}\\b(?:https?://|secret|credential|token|password|api key|env(?:ironment)?\\b|\\.env|ssh key|private key)",
                                    "\\b(?:run|execute|call|invoke|use)\\b.{0,30}\\b(?:the )?(?:tool|run_command|write_file|shell)\\b",
                                    "\\bapprove (?:all|every|any)|\\bauto-?approve|\\bskip (?:all )?(?:the )?(?:approval|confirmation|review|test)s?\\b",
                                    "\\b(?:disable|turn off|delete|remove) (?:all )?(?:the )?(?:sandbox|permission|safety|tests?|audit)",
                                    "<\\s*/?\\s*(?:system|steering|memory|task|instructions?|spec)\\b",
                                    "\\brm -rf\\b")
                            + ").*");

    private Instructions() {}

    static boolean isOne(String text) {
        return FORMS.matcher(text).matches();
    }
}
