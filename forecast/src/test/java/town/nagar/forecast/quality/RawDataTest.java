package town.nagar.forecast.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawDataTest {
    @TempDir Path raw;
    @TempDir Path into;

    private RawData data(String file, String text) throws IOException {
        Path path = raw.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, text);
        return new RawData(raw, into);
    }

    @Test
    void aThermometerAtZeroKelvinAndTenMetresOfRainAreBlank() throws IOException {
        RawData data =
                data(
                        "traffic/metro_i94_hourly.csv.gz",
                        """
                        holiday,temp,rain_1h,snow_1h,clouds_all,date_time,traffic_volume
                        None,0.0,9831.3,0.0,40,2012-10-02 09:00,5545
                        Columbus Day,288.3,0.2,0.0,75,2012-10-08 00:00,455
                        """);
        assertThat(data.traffic())
                .hasContent(
                        "time,series,value\n2012-10-02 09:00,i94,5545\n2012-10-08 00:00,i94,455");
        assertThat(Files.readAllLines(data.trafficWeather()))
                .endsWith(
                        "2012-10-02 09:00,None,,,0.0,40",
                        "2012-10-08 00:00,Columbus Day,288.3,0.2,0.0,75");
    }

    @Test
    void theInstrumentsCeilingIsBlank() throws IOException {
        RawData data =
                data(
                        "air/kolkata_pm25_hourly.csv.gz",
                        """
                        local_time,pm25,qc
                        2015-01-01 01:00,985,Valid
                        2015-01-01 02:00,-4,Valid
                        2015-01-01 03:00,80.5,Valid
                        """);
        assertThat(Files.readAllLines(data.kolkata()))
                .endsWith(
                        "2015-01-01 01:00,kolkata,",
                        "2015-01-01 02:00,kolkata,",
                        "2015-01-01 03:00,kolkata,80.5");
    }

    @Test
    void windIsTakenApartIntoNorthAndEast() throws IOException {
        RawData data =
                data(
                        "air/beijing_three_stations_hourly.csv.gz",
                        """
                        year,month,day,hour,PM2.5,TEMP,DEWP,PRES,RAIN,wd,WSPM,station
                        2013,3,1,4,7,-2,-19,1020,0,N,2,Dongsi
                        """);
        assertThat(Files.readAllLines(data.beijing())).endsWith("2013-03-01 04:00,Dongsi,7");
        assertThat(Files.readAllLines(data.beijingWeather()).getLast())
                .startsWith("2013-03-01 04:00,Dongsi,-2,-19,1020,0,2,2.0,0.0");
    }

    @Test
    void aYieldOfZeroIsNoYield() throws IOException {
        RawData data =
                data(
                        "agriculture/icrisat_gujarat_yearly.csv",
                        """
                        Year,Dist Name,RICE YIELD (Kg per ha),WHEAT YIELD (Kg per ha),PEARL MILLET YIELD (Kg per ha),GROUNDNUT YIELD (Kg per ha),COTTON YIELD (Kg per ha)
                        2000,Ahmedabad,657.47,0.0,981.39,1217.42,102.16
                        """);
        assertThat(Files.readAllLines(data.crops()))
                .contains("2000,RICE Ahmedabad,657.47", "2000,WHEAT Ahmedabad,");
    }
}
