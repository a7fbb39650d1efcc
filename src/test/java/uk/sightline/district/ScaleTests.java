package uk.sightline.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.objenesis.SpringObjenesis;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class ScaleTests {

    @Test
    void theNamedScalesAreAsLargeAsTheirNamesSay() {
        assertThat(Scale.named("district")).hasValueSatisfying(scale -> {
            assertThat(scale.people()).isEqualTo(500_000);
            assertThat(scale.referrals()).isEqualTo(60_000);
            assertThat(scale.acts()).isEqualTo(5_000_000);
        });
        assertThat(Scale.named("Million")).hasValueSatisfying(scale -> {
            assertThat(scale.open()).isEqualTo(200_000);
            assertThat(scale.acts()).isEqualTo(10_000_000);
        });
        assertThat(Scale.named("region")).map(Scale::people).hasValue(2_500_000L);
        assertThat(Scale.named("county")).isEmpty();
    }

    @Test
    void aDiskThatIsTooSmallIsNamedBeforeAnythingIsLoaded() {
        Scale district = Scale.named("district").orElseThrow();
        assertThat(district.tooLargeFor(OptionalLong.of(3_000_000_000L), 20_000_000))
                .hasValueSatisfying(says -> assertThat(says).contains("500,000 people", "has 3.0 GB left", "--data"));
        assertThat(district.tooLargeFor(OptionalLong.of(80_000_000_000L), 0)).isEmpty();
        assertThat(district.tooLargeFor(OptionalLong.empty(), 0)).isEqualTo(Optional.empty());
        assertThat(district.tooLargeFor(OptionalLong.of(6_000_000_000L), district.bytes() - 5_000_000_000L))
                .as("most of it is there already")
                .isEmpty();
    }

    @Test
    void theHelpNamesTheScales() {
        SpringObjenesis blank = new SpringObjenesis();
        CommandLine.IFactory factory = new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) {
                return blank.newInstance(type, false);
            }
        };
        StringWriter help = new StringWriter();
        new CommandLine(CommandSpec.forAnnotatedObject(LoadCommand.class, factory)).usage(new PrintWriter(help));
        assertThat(help.toString()).contains("--scale", "--truth", "district", "million", "region");
    }
}
