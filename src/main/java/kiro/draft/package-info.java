/// Words of specs that a model proposes: they stand only when they pass the checks that people's words pass.
@NullMarked
package kiro.draft;

import org.jspecify.annotations.NullMarked;
