using ChangeSentinel.Risks;

namespace ChangeSentinel.Tests.Hazards;

public static class ScriptHazardsTests
{
    [Theory]
    [InlineData("a.sh", "+rm -rf /")]
    [InlineData("a.sh", "+rm -rf \"$HOME\"")]
    [InlineData("a.sh", "+cd x && rm -rf *")]
    [InlineData("a.sh", "+rm -rf ${PREFIX}/*")]
    [InlineData("a.sh", "+rm -r --force /srv/app/uploads")]
    [InlineData("a.sh", "+git push --force origin main")]
    [InlineData("a.sh", "+git push origin +main")]
    [InlineData("a.sh", "+git \\\n+  push \\\n+  -f")]
    [InlineData("a.sh", "+kubectl -n prod delete namespace shop")]
    [InlineData("a.sh", "+helm uninstall shop --namespace prod")]
    [InlineData("a.sh", "+docker system prune -af --volumes")]
    [InlineData("a.sh", "+docker compose down -v")]
    [InlineData("a.sh", "+aws s3 rb s3://logs --force")]
    [InlineData("a.sh", "+aws rds delete-db-instance --db-instance-identifier x")]
    [InlineData("a.sh", "+gcloud sql instances delete shop --quiet")]
    [InlineData("a.sh", "+az group delete --name shop --yes")]
    [InlineData("a.sh", "+dropdb shop")]
    [InlineData("a.sh", "+psql -c \"DROP TABLE orders\"")]
    [InlineData("a.sh", "+redis-cli FLUSHALL")]
    [InlineData("a.sh", "+find /srv/data -mtime +7 -delete")]
    [InlineData("a.sh", "+find . -type f | xargs rm -f")]
    [InlineData("a.sh", "+chmod -R 777 /srv/app")]
    [InlineData("a.sh", "+curl -fsSL https://get.example.com | sudo bash")]
    [InlineData("a.sh", "+bash <(curl -s https://get.example.com)")]
    [InlineData("a.sh", "+ssh host \"rm -rf /var/lib/app\"")]
    [InlineData("a.sh", "+shred -u keys.txt")]
    [InlineData("a.ps1", "+Remove-Item -Recurse -Force C:\\Data")]
    [InlineData("Makefile", " reset:\n+\t@rails db:drop db:create")]
    [InlineData("package.json", "   \"scripts\": {\n+    \"reset\": \"prisma migrate reset --force\",")]
    [InlineData(".github/workflows/a.yml", "     steps:\n+      - run: tofu destroy -auto-approve")]
    [InlineData(".gitlab-ci.yml", "   script:\n+    - terraform apply -destroy -auto-approve")]
    [InlineData("cron.yaml", "+  command: [\"sh\", \"-c\", \"kubectl delete pvc --all\"]")]
    [InlineData("tool.py", "+    os.system(\"rm -rf /var/lib/app\")")]
    [InlineData("tool.py", "+    subprocess.run([\"terraform\", \"destroy\", \"-auto-approve\"])")]
    public static void What_destroys_is_found(string path, string lines)
    {
        Assert.Single(FileDiff.Found(HazardKind.DestructiveCommand, FileDiff.Of(path, lines)));
    }

    [Theory]
    [InlineData("a.sh", "+# rm -rf /")]
    [InlineData("a.sh", "+echo \"never run rm -rf /\"")]
    [InlineData("a.sh", "+rm -rf build/ dist node_modules .cache")]
    [InlineData("a.sh", "+rm -rf /tmp/work-1 \"$TMPDIR\"/x")]
    [InlineData("a.sh", "+work=$(mktemp -d)\n+rm -rf \"$work\"/*")]
    [InlineData("a.sh", "+rm -f a.txt b.txt")]
    [InlineData("a.sh", "+git push origin main\n+git push --force-with-lease")]
    [InlineData("a.sh", "+git push -u origin main")]
    [InlineData("a.sh", "+kubectl delete pod web-1\n+kubectl get pods")]
    [InlineData("a.sh", "+kubectl delete ns shop --dry-run=client")]
    [InlineData("a.sh", "+docker image prune -f\n+docker compose down")]
    [InlineData("a.sh", "+aws s3 cp a s3://b --recursive")]
    [InlineData("a.sh", "+terraform plan -destroy\n+terraform apply")]
    [InlineData("a.sh", "+find . -name '*.pyc' -delete\n+find . -name node_modules -exec rm -rf {} +")]
    [InlineData("a.sh", "+cat <<EOF\n+rm -rf /\n+git push --force\n+EOF")]
    [InlineData("a.sh", "-rm -rf /srv/data\n+ls /srv/data")]
    [InlineData("a.sh", "+curl -s https://example.com/x | jq .name")]
    [InlineData("Dockerfile", "+RUN apt-get update && rm -rf /var/lib/apt/lists/*")]
    [InlineData("Dockerfile", "+RUN rm -rf /opt/src")]
    [InlineData(".github/workflows/a.yml", "+      - run: sudo rm -rf /usr/share/dotnet /opt/ghc")]
    [InlineData(".github/workflows/a.yml", "+      - name: terraform destroy is not run here")]
    [InlineData("package.json", "+    \"clean\": \"rm -rf lib coverage *.tsbuildinfo\"")]
    [InlineData("docs/a.md", "+rm -rf /")]
    [InlineData("tests/a.sh", "+rm -rf /")]
    [InlineData("tool.py", "+    print(\"rm -rf /\")")]
    public static void What_destroys_nothing_that_is_missed_is_quiet(string path, string lines)
    {
        Assert.Empty(FileDiff.Found(HazardKind.DestructiveCommand, FileDiff.Of(path, lines)));
    }
}
