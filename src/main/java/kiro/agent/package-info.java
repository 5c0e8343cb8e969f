/// Plan, ask, rule, run, verify, repeat.
@NullMarked
package kiro.agent;

import org.jspecify.annotations.NullMarked;
