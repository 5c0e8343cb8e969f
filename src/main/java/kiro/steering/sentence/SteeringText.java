package kiro.steering.sentence;

import java.util.List;

/// What a steering file says: its sentences and its blocks of rules, from top to bottom.
record SteeringText(List<Sentence> sentences, List<RuleFence> fences) {
    SteeringText {
        sentences = List.copyOf(sentences);
        fences = List.copyOf(fences);
    }
}
