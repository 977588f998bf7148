package town.nagar.engine.air;

/** What comes out of exhausts: carbon monoxide, hydrocarbons, nitrogen oxides, particles. */
public enum Pollutant {
    CO,
    HC,
    NOX,
    PM
}
