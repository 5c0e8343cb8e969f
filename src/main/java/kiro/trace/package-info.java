/// The way from a criterion to its tests, their code and the commits behind them, and back.
@NullMarked
package kiro.trace;

import org.jspecify.annotations.NullMarked;
