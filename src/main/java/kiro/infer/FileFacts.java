package kiro.infer;

import java.util.List;
import java.util.Map;
import kiro.code.Grammar;

/// All that one source file tells.
///
/// @param prefixes what the paths of each router begin with
/// @param imports for each local name, the module and the name in it, parted by `#`
/// @param statuses for each type of error, the status that it is answered with
/// @param methods for each view without a method of its own, those that it answers
/// @param paths the constants that may be parts of paths
/// @param supertypes for each type, what it extends
record FileFacts(
        String path,
        Grammar language,
        int lines,
        int errorLine,
        boolean isTest,
        List<Interface> interfaces,
        List<Route> routes,
        List<Mount> mounts,
        Map<String, String> prefixes,
        List<FunctionFacts> functions,
        List<Rule> rules,
        List<Fact> facts,
        List<TestFact> tests,
        Map<String, String> imports,
        Map<String, Integer> statuses,
        Map<String, String> supertypes,
        Map<String, List<String>> methods,
        Map<String, String> paths) {}
