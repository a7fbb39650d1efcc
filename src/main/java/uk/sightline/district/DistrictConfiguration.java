package uk.sightline.district;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.sightline.access.BulkAccounts;
import uk.sightline.access.BulkGlass;
import uk.sightline.access.BulkRecords;
import uk.sightline.audit.BulkEntries;
import uk.sightline.people.BulkPeople;
import uk.sightline.platform.SetAside;
import uk.sightline.referrals.BulkReferrals;

/** Puts the loading of the district together; it starts by itself only in the demonstration, and only with the pages. */
@Configuration(proxyBeanMethods = false)
class DistrictConfiguration {

    @Bean
    Loading.Doors bulkDoors(
            BulkAccounts accounts,
            BulkRecords records,
            BulkPeople people,
            BulkReferrals referrals,
            BulkGlass glass,
            BulkEntries entries,
            SetAside indexes) {
        return new Loading.Doors(accounts, records, people, referrals, glass, entries, indexes);
    }

    @Bean
    @ConditionalOnWebApplication
    @ConditionalOnProperty(name = "sightline.demo", havingValue = "false")
    CutOff cutOff(District district) {
        return new CutOff(district);
    }

    @Bean
    @ConditionalOnWebApplication
    @ConditionalOnProperty(name = "sightline.demo", havingValue = "true")
    FirstStart firstStart(District district, @Value("${sightline.people:20000}") long people) {
        return new FirstStart(district, people);
    }
}
