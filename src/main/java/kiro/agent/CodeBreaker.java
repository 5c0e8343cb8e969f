package kiro.agent;

import java.io.IOException;
import kiro.evidence.Evidence;
import kiro.evidence.Proving;
import kiro.spec.Spec;

/// Breaks the code that meets a criterion, in a copy of the project, to see whether its tests notice.
@FunctionalInterface
public interface CodeBreaker {
    Proving breakCode(Spec spec, Evidence evidence) throws IOException, InterruptedException;
}
