/// A run of the agent as a person sees it: folded from its events, drawn on a terminal, told in plain lines.
@NullMarked
package kiro.cli.run;

import org.jspecify.annotations.NullMarked;
