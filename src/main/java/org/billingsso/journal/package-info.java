/**
 * What happened, as values, and who listens. Every call, redemption and sign-out ends in one {@link
 * org.billingsso.journal.Outcome}, which goes through {@link org.billingsso.journal.Outcomes}; the
 * log is one of its listeners. A refusal carries its {@link org.billingsso.journal.Diagnosis} as
 * data, from which every sentence about it is made.
 */
@NullMarked
package org.billingsso.journal;

import org.jspecify.annotations.NullMarked;
