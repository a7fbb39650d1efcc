package uk.sightline.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReferralStatesTests {

    private static final Path DOCUMENT = Path.of("docs", "referral-states.md");

    /** Walks every state and action; writes the document anew when asked with -Dwrite.docs=true. */
    @Test
    void theDocumentShowsEveryStateAndAction() throws IOException {
        String table = table();
        if (Boolean.getBoolean("write.docs")) {
            Files.writeString(DOCUMENT, table);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(table);
    }

    @Test
    void everyStateIsReachedFromTheFirstAndEveryOneIsClosedInTheEnd() {
        assertThat(reachable(ReferralState.ACKNOWLEDGED)).containsExactlyInAnyOrder(ReferralState.values());
        for (ReferralState state : ReferralState.values()) {
            assertThat(reachable(state)).contains(ReferralState.CLOSED);
        }
    }

    @Test
    void nothingIsClosedBeforeTheReferrerIsTold() {
        for (ReferralState state : EnumSet.complementOf(EnumSet.of(ReferralState.ANSWERED))) {
            assertThat(state.allows(ReferralAction.CLOSE)).as(state.label()).isFalse();
        }
    }

    private static Set<ReferralState> reachable(ReferralState from) {
        Set<ReferralState> seen = EnumSet.of(from);
        boolean more = true;
        while (more) {
            more = seen.addAll(seen.stream()
                    .flatMap(state ->
                            Arrays.stream(ReferralAction.values()).flatMap(action -> state.after(action).stream()))
                    .collect(Collectors.toSet()));
        }
        return seen;
    }

    private static String table() {
        StringBuilder out = new StringBuilder("""
                # States of a referral

                What may happen to a referral in each state, and the state it leads to (PRACTICE §1.4). A draft belongs to the
                form; submitted and acknowledged are one moment, because the receipt is given at once. Printed by
                `ReferralStatesTests` from the code that is run.

                | action |""");
        for (ReferralState state : ReferralState.values()) {
            out.append(' ').append(state.label()).append(" |");
        }
        out.append("\n|---|").repeat("---|", ReferralState.values().length).append('\n');
        for (ReferralAction action : ReferralAction.values()) {
            out.append("| ").append(action.label()).append(" |");
            for (ReferralState state : ReferralState.values()) {
                out.append(' ')
                        .append(state.after(action).map(ReferralState::label).orElse("–"))
                        .append(" |");
            }
            out.append('\n');
        }
        return out.toString();
    }
}
