package kiro.trace;

import java.util.List;
import kiro.evidence.TestId;
import kiro.evidence.Verdict;
import kiro.spec.AcceptanceCriterion;
import kiro.workspace.WorkspacePath;

/// What a criterion leads to.
///
/// @param file the one that it stands in
/// @param tests that name it, in the order of their files and lines
/// @param code that it is proven for, or that its tests use, by path
/// @param commits that name it or changed any of this, the newest first
public record Trace(
        Verdict verdict,
        AcceptanceCriterion criterion,
        WorkspacePath file,
        List<Test> tests,
        List<Code> code,
        List<TracedCommit> commits) {
    public Trace {
        tests = List.copyOf(tests);
        code = List.copyOf(code);
        commits = List.copyOf(commits);
    }

    Trace withCommits(List<TracedCommit> found) {
        return new Trace(verdict, criterion, file, tests, code, found);
    }

    /// A test that names the criterion.
    ///
    /// @param line where it does
    /// @param hasProven whether the kept evidence rests on it
    public record Test(TestId test, WorkspacePath file, int line, boolean hasProven) {}

    /// A file, or a function of one.
    ///
    /// @param part such as `src/cart.ts#add`
    public record Code(String part, Known known) {
        String file() {
            return file(part);
        }

        static String file(String part) {
            int hash = part.indexOf('#');
            return hash < 0 ? part : part.substring(0, hash);
        }
    }

    /// How it is known that code belongs to a criterion.
    public enum Known {
        /// The evidence says that its tests ran it.
        COVERED,
        /// A mark in the code, or the spec, says so.
        DECLARED,
        /// A test that names it uses it.
        USED
    }
}
